import Diagnostics

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Gives a file a new content, all of it or none.
///
/// The content is written to a file beside it, which then takes its place with its permissions; a
/// link stays a link. If anything fails, the old file is as it was.
func replaceFile(at path: String, with bytes: [UInt8]) throws(Failure) {
  guard let resolved = realpath(path, nil) else { throw .unwritable(path) }
  defer { free(resolved) }
  let target = String(cString: resolved)
  var status = stat()
  guard stat(target, &status) == 0, access(target, W_OK) == 0 else { throw .unwritable(path) }
  guard status.st_mode & S_IFMT == S_IFREG else { throw .unwritable(path, EINVAL) }
  // Whoever may write the folder but does not own the file becomes its owner.
  let outcome = put(bytes, at: target, mode: status.st_mode & 0o7777) { descriptor in
    _ = fchown(descriptor, status.st_uid, status.st_gid)
  }
  if case .failed(let cause) = outcome { throw .unwritable(path, cause) }
}

/// Makes a file of some content, or gives it to the one that is there: all of it or none.
func writeFile(at path: String, with bytes: [UInt8]) throws(Failure) {
  guard access(path, F_OK) != 0 else { return try replaceFile(at: path, with: bytes) }
  let mask = umask(0)
  umask(mask)
  if case .failed(let cause) = put(bytes, at: path, mode: 0o666 & ~mask, prepare: { _ in }) {
    throw .uncreatable(path, cause)
  }
}

private enum Placement {
  case done
  case failed(cause: Int32)
}

/// The place a file takes.
private enum Place {
  /// That of any file of the name.
  case anyPlace
  /// One where no file is.
  case emptyPlace
}

/// Writes a file beside its place, which it then takes.
private func put(
  _ bytes: [UInt8],
  at target: String,
  mode: mode_t,
  in place: Place = .anyPlace,
  prepare: (Int32) -> Void
) -> Placement {
  var template = Array("\(target).XXXXXX".utf8CString)
  let descriptor = mkstemp(&template)
  guard descriptor >= 0 else { return .failed(cause: errno) }
  let temporary = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  prepare(descriptor)
  let isWritten =
    writeAll(bytes, to: descriptor) && fchmod(descriptor, mode) == 0 && fsync(descriptor) == 0
  let cause = errno
  close(descriptor)
  guard isWritten else {
    unlink(temporary)
    return .failed(cause: cause)
  }
  let isPlaced: Bool
  switch place {
  case .anyPlace: isPlaced = rename(temporary, target) == 0
  // A link fails where a name is taken, whoever took it meanwhile.
  case .emptyPlace: isPlaced = link(temporary, target) == 0
  }
  let obstacle = errno
  unlink(temporary)
  return isPlaced ? .done : .failed(cause: obstacle)
}

/// Fails if there is a file already.
func expectNoFile(at path: String) throws(Failure) {
  var status = stat()
  guard lstat(path, &status) == 0 else { return }
  throw .output(
    Message(
      fr:
        "\(printable(path)) existe déjà et contient peut-être des décisions : donnez un autre nom "
        + "ou supprimez-le",
      en: "\(printable(path)) exists already and may hold decisions: give another name or remove it"
    )
  )
}

/// Makes a new file, all of it or none; never in the place of another.
func createFile(at path: String, with bytes: [UInt8]) throws(Failure) {
  let mask = umask(0)
  umask(mask)
  switch put(bytes, at: path, mode: 0o666 & ~mask, in: .emptyPlace, prepare: { _ in }) {
  case .done: break
  case .failed(let cause):
    if cause == EEXIST { try expectNoFile(at: path) }
    throw .uncreatable(path, cause)
  }
}

/// Writes all bytes to an open file; `false` with `errno` set where that fails.
func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
  bytes.withUnsafeBytes { buffer in
    var written = 0
    while written < buffer.count {
      let rest = UnsafeRawBufferPointer(rebasing: buffer[written...])
      let count = write(descriptor, rest.baseAddress, rest.count)
      if count > 0 {
        written += count
      } else if count == 0 || errno != EINTR {
        return false
      }
    }
    return true
  }
}

extension Failure {
  /// A file that keeps its old content, and why the system would not write the new one.
  fileprivate static func unwritable(_ path: String, _ cause: Int32 = errno) -> Failure {
    let reason = String(cString: strerror(cause))
    return .output(
      Message(
        fr: "\(printable(path)) : laissé tel quel, impossible d'écrire (\(reason))",
        en: "\(printable(path)): left as it is, cannot be written (\(reason))"
      )
    )
  }

  /// A file that cannot be made, and why the system would not.
  fileprivate static func uncreatable(_ path: String, _ cause: Int32) -> Failure {
    let reason = String(cString: strerror(cause))
    return .output(
      Message(
        fr: "\(printable(path)) : impossible de créer ce fichier (\(reason))",
        en: "\(printable(path)): cannot be made (\(reason))"
      )
    )
  }
}
