infix operator ..~ : RangeFormationPrecedence

/// The tokens from one up to another, not included; none where that stands before it, as it may
/// where branches of a tree cross.
func ..~ (start: Int, end: Int) -> Range<Int> { start..<max(start, end) }
