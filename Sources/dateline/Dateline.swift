@main
struct Dateline {
  static func main() {}
}
