/// Tags of the Penn Treebank that the rules ask for.
package enum Tag: String, Sendable, Hashable, CaseIterable {
  case cc = "CC"
  case cd = "CD"
  case dt = "DT"
  case ex = "EX"
  case inPreposition = "IN"
  case jj = "JJ"
  case jjr = "JJR"
  case jjs = "JJS"
  case md = "MD"
  case nn = "NN"
  case nns = "NNS"
  case nnp = "NNP"
  case nnps = "NNPS"
  case pdt = "PDT"
  case pos = "POS"
  case prp = "PRP"
  case prpPossessive = "PRP$"
  case rb = "RB"
  case rbr = "RBR"
  case rbs = "RBS"
  case rp = "RP"
  case to = "TO"
  case uh = "UH"
  case vb = "VB"
  case vbd = "VBD"
  case vbg = "VBG"
  case vbn = "VBN"
  case vbp = "VBP"
  case vbz = "VBZ"
  case wdt = "WDT"
  case wp = "WP"
  case wpPossessive = "WP$"
  case wrb = "WRB"
  case openQuote = "``"
  case closeQuote = "''"
  case comma = ","
  case stop = "."
  case colon = ":"
  case openBracket = "-LRB-"
  case closeBracket = "-RRB-"
  case space = "_SP"
  case other = ""

  package var isVerb: Bool {
    switch self {
    case .vb, .vbd, .vbg, .vbn, .vbp, .vbz: true
    default: false
    }
  }

  package var isNoun: Bool { isCommonNoun || isProperNoun }
  package var isCommonNoun: Bool { self == .nn || self == .nns }
  package var isProperNoun: Bool { self == .nnp || self == .nnps }
  package var isPlural: Bool { self == .nns || self == .nnps }
  package var isAdjective: Bool { self == .jj || self == .jjr || self == .jjs }
  package var isRelativePronoun: Bool { self == .wdt || self == .wp || self == .wpPossessive }
}
