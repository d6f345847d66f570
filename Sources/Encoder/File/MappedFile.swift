#if canImport(Glibc)
  import Glibc
#endif

/// A file mapped into memory, read-only.
final class MappedFile: Sendable {
  // Read-only memory, unmapped in deinit only.
  nonisolated(unsafe) let bytes: UnsafeRawBufferPointer

  /// - Throws: ``EncoderError`` where the file cannot be read or is empty.
  init(path: String) throws(EncoderError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw EncoderError(file: path, message: "cannot be opened (errno \(errno)); \(SafetensorsFile.remedy)")
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > 0 else {
      throw EncoderError(file: path, message: "is empty or no file; \(SafetensorsFile.remedy)")
    }
    let length = Int(status.st_size)
    guard let memory = mmap(nil, length, PROT_READ, MAP_PRIVATE, descriptor, 0), memory != MAP_FAILED else {
      throw EncoderError(file: path, message: "cannot be mapped into memory (errno \(errno))")
    }
    bytes = UnsafeRawBufferPointer(start: memory, count: length)
  }

  deinit { munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count) }

  /// Gives the memory of `part` back; reading it again reads the file again.
  func release(_ part: UnsafeRawBufferPointer) {
    guard let start = part.baseAddress, let base = bytes.baseAddress else { return }
    let page = Int(sysconf(Int32(_SC_PAGESIZE)))
    // Whole pages only; their neighbours may be in use.
    let first = (start - base + page - 1) / page * page
    let last = (start - base + part.count) / page * page
    if first < last { madvise(UnsafeMutableRawPointer(mutating: base + first), last - first, MADV_DONTNEED) }
  }
}
