let package = Package(
  dependencies: [
