import Foundation
import TestSupport
import Testing

/// A page and the JSON form of the same figures: the arguments for both on a ledger.
struct PageSample: CustomTestStringConvertible, Sendable {
  let name: String
  let folder: String
  let date: String
  /// The least figures the page must show, so that none can go missing unseen.
  let figures: Int

  var testDescription: String { "\(name) \(folder) \(date)" }

  static let all = [
    PageSample(name: "report", folder: "Scenarios/demo", date: "2026-02-02", figures: 250),
    PageSample(
      name: "report",
      folder: "Scenarios/09-export-devises",
      date: "2026-03-02",
      figures: 60
    ),
    PageSample(name: "plan", folder: "Scenarios/demo", date: "2026-02-02", figures: 80),
    PageSample(name: "simulate", folder: "Scenarios/demo", date: "2026-02-02", figures: 80),
    PageSample(name: "diff", folder: "Scenarios/demo", date: "2026-02-02", figures: 20),
  ]

  /// The command's options for the days.
  private var days: [String] {
    switch name {
    case "simulate":
      ["--from", date, "--to", "2026-04-30", "--payments", "sampled", "--runs", "5"]
    case "diff": ["--from", date, "--to", "2026-03-31"]
    default: ["--date", date]
    }
  }

  /// Runs the command twice and gives the page's path and the JSON text.
  func make(in folder: TemporaryFolder) throws -> (page: String, json: String) {
    let ledger = try GalleryFolder(path: self.folder).makeLedger(in: folder)
    let page = folder.path("page.html")
    // What is compared with the folder: the first scenario of the gallery.
    let other = name == "diff" ? ["Scenarios/01-premiere-ligne"] : []
    let common = [name, self.folder] + other + ["--db", ledger] + days
    let json = try Program.run(common + ["--format", "json"])
    #expect(json.status == 0, "\(json.errors)")
    switch name {
    case "plan":
      let outcome = try Program.run(common + ["--format", "html", "--statuses"])
      #expect(outcome.status == 0, "\(outcome.errors)")
      _ = try folder.write(outcome.output, to: "page.html")
    default:
      let outcome = try Program.run(common + ["--html", page])
      #expect(outcome.status == 0, "\(outcome.errors)")
    }
    return (page, json.output)
  }
}

@Suite("Pages: one file each, whose figures are those of the JSON form")
struct PageTests {
  @Test("a page loads nothing, has one script, and names its language", arguments: PageSample.all)
  func selfContained(_ sample: PageSample) throws {
    let folder = try TemporaryFolder()
    let page = try String(contentsOfFile: try sample.make(in: folder).page, encoding: .utf8)
    for forbidden in ["://", " src=", "@import", "url(", "javascript:", " style="] {
      #expect(!page.contains(forbidden), "\(forbidden)")
    }
    #expect(page.components(separatedBy: "<script>").count == 2)
    #expect(page.contains("<html lang=\"fr\">"))
    #expect(page.contains("<main id=\"content\">"))
    // Every table has a caption, every cell of a head its scope.
    #expect(
      page.components(separatedBy: "<table").count
        == page.components(separatedBy: "<caption>").count
    )
    #expect(!page.contains("<th>"))
  }

  @Test("every figure of a page is a figure of the JSON form", arguments: PageSample.all)
  func figures(_ sample: PageSample) throws {
    let folder = try TemporaryFolder()
    let (page, json) = try sample.make(in: folder)
    try check(try String(contentsOfFile: page, encoding: .utf8), against: json, sample)
  }

  @Test(
    "so it is in a real browser once its script has run, and a phone is wide enough",
    .enabled(if: Browser.url != nil, "no Chromium here: .ci/browser installs it"),
    arguments: PageSample.all
  )
  func browser(_ sample: PageSample) throws {
    let folder = try TemporaryFolder()
    let (page, json) = try sample.make(in: folder)
    let measuring = """
      <script>
      var root = document.documentElement;
      document.title = root.scrollWidth <= root.clientWidth ? 'fits ' + root.clientWidth : 'too wide';
      </script></body>
      """
    let text = try String(contentsOfFile: page, encoding: .utf8)
    let measured = try folder.write(text.replacing("</body>", with: measuring), to: "measured.html")
    let document = try Browser.document(of: measured, in: folder.url.path)
    #expect(document.contains("data-ready=\"yes\""))
    #expect(document.contains("<title>fits "))
    try check(document, against: json, sample)
  }

  private func check(_ document: String, against json: String, _ sample: PageSample) throws {
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8))
    let figures = ShownFigure.all(in: document)
    #expect(figures.count >= sample.figures, "\(figures.count) figures")
    for figure in figures {
      #expect(figure.value(in: object) == figure.value, "\(figure)")
      #expect(figure.saysItsValue, "\(figure)")
    }
  }

  @Test(
    "tables are sorted and filtered in the browser",
    .enabled(if: Browser.url != nil, "no Chromium here: .ci/browser installs it")
  )
  func interaction() throws {
    let folder = try TemporaryFolder()
    let (page, _) = try PageSample.all[0].make(in: folder)
    let acts = """
      <script>
      var table = document.querySelector('table.sortable');
      table.tHead.rows[0].cells[1].querySelector('button').click();
      var sums = Array.from(table.tBodies[0].rows).map(r => Number(r.cells[1].querySelector('data').value));
      document.title = sums.every((x, i) => i == 0 || sums[i - 1] <= x) ? 'sorted' : 'unsorted';
      var input = document.querySelector('p.filter input');
      input.value = 'THALASSO';
      input.dispatchEvent(new Event('input'));
      document.title += ' ' + Array.from(table.tBodies[0].rows).filter(r => !r.hidden).length;
      input.value = table.textContent.match(/\\d+[\\u00a0\\u202f]\\d{3},/)[0].replace(/\\s/g, ' ');
      input.dispatchEvent(new Event('input'));
      document.title += Array.from(table.tBodies[0].rows).some(r => !r.hidden) ? ' found' : '';
      </script></body>
      """
    let text = try String(contentsOfFile: page, encoding: .utf8).replacing("</body>", with: acts)
    let played = try folder.write(text, to: "played.html")
    let document = try Browser.document(of: played, in: folder.url.path)
    #expect(document.contains("<title>sorted 1 found</title>"))
    #expect(document.contains("aria-sort=\"ascending\""))
  }

  /// Names that would be markup if anything were put together from texts.
  static let hostile = [
    "<img src=x onerror=document.title='taken'>",
    "</td></table><script>document.title='taken'</script>",
    "\" onmouseover=\"document.title='taken'", "&lt;b&gt; & <b>", "--><svg onload=alert(1)>",
    "]]></style><style>*{display:none}", "{{7*7}} ${7*7}",
  ]

  @Test("ledger text stays text", arguments: [PageSample.all[0], PageSample.all[2]])
  func injection(_ sample: PageSample) throws {
    let folder = try TemporaryFolder()
    var customers = "id,name,email\n"
    var invoices = "id,customer_id,issued_on,due_on,amount_minor\n"
    for (index, name) in Self.hostile.enumerated() {
      let quoted = "\"\(name.replacing("\"", with: "\"\""))\""
      customers += "C\(index),\(quoted),a@b.example\n"
      invoices +=
        "\"\(name.replacing("\"", with: "\"\""))\",C\(index),2025-12-01,2026-01-0\(index + 1),12345\n"
    }
    let ledger = folder.path("l.sqlite")
    let loaded = try Program.run([
      "import", "--db", ledger, "--customers", try folder.write(customers, to: "c.csv"),
      "--invoices", try folder.write(invoices, to: "i.csv"),
    ])
    try #require(loaded.status == 0, "\(loaded.errors)")
    let page = folder.path("page.html")
    let arguments = [
      sample.name, "Scenarios/01-premiere-ligne", "--db", ledger, "--date", "2026-01-12",
    ]
    if sample.name == "plan" {
      let outcome = try Program.run(arguments + ["--format", "html", "--statuses"])
      _ = try folder.write(outcome.output, to: "page.html")
    } else {
      #expect(try Program.run(arguments + ["--html", page]).status == 0)
    }
    let text = try String(contentsOfFile: page, encoding: .utf8)
    #expect(text.contains("&lt;img src=x onerror=document.title=&#39;taken&#39;&gt;"))
    for markup in ["<img", "<script>d", "<b>", "<svg onload", "\" onmouseover", "<style>*"] {
      #expect(!text.contains(markup), "\(markup)")
    }
    guard Browser.url != nil else { return }
    let document = try Browser.document(of: page, in: folder.url.path)
    #expect(!document.contains("<title>taken"))
    #expect(document.components(separatedBy: "<script>").count == 2)
  }
}

@Suite("The tests of pages themselves")
struct ShownFigureTests {
  static let readings: [(String, String, String, Bool)] = [
    ("1\u{202F}234,50 €", "123450", "/total", true),
    ("1\u{202F}234,50 €", "123451", "/total", false),
    ("-0,05 €", "-5", "/total", true),
    ("0,05 €", "-5", "/total", false),
    ("82,4 j", "82.4", "/dso/0/count_back", true),
    ("82,4 j", "82.5", "/dso/0/count_back", false),
    ("41,7 %", "0.4167", "/late_share", true),
    ("41,6 %", "0.4167", "/late_share", false),
    ("100 %", "1", "/late_share", true),
    ("dans 5 j", "-5", "/days_late", true),
    ("ce jour", "0", "/days_late", true),
    ("aucun", "0", "/total", false),
  ]

  @Test("a figure that does not say its value is found", arguments: readings)
  func reading(_ text: String, value: String, pointer: String, expected: Bool) {
    #expect(ShownFigure(text: text, value: value, pointer: pointer).saysItsValue == expected)
  }

  @Test("figures are found with their values, and these in the JSON form")
  func pointers() throws {
    let document =
      #"<td><data value="12" data-json="/a/1/b">12</data> <data value="2" data-json="/a#m=x">2</data>"#
    let figures = ShownFigure.all(in: document)
    #expect(figures.map(\.text) == ["12", "2"])
    let json = try JSONSerialization.jsonObject(
      with: Data(#"{"a": [{"m": "x"}, {"b": 12, "m": "x"}, {"m": "y"}]}"#.utf8)
    )
    #expect(figures.map { $0.value(in: json) } == ["12", "2"])
    #expect(ShownFigure(text: "1", value: "1", pointer: "/a/7/b").value(in: json) == nil)
  }
}
