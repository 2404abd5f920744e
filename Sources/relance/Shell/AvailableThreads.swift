import FoundationEssentials

/// How many threads the machine can run at once.
var availableThreads: Int { max(1, ProcessInfo.processInfo.activeProcessorCount) }
