/// What a phrase of the tables can mean.
struct Meaning: Sendable, Hashable {
  enum Kind: UInt8, Sendable, Hashable {
    /// A country's name.
    case country
    /// Its adjective or its people.
    case demonym
    /// The seat of its government.
    case capital
    /// A house that stands for a government ("the White House").
    case seat
    /// A region or city in it.
    case place
    /// A state that few or none recognize.
    case partly
    /// A body or group with a name.
    case organization
    /// A head or member of something: of its sector.
    case of
    /// As `of`, but no office: "member", "team".
    case member
    case office
    case rank
    case people
    /// Related to the one they are of ("widow").
    case kin
    case body
    case thing
    /// Stands before a head.
    case word
    /// Is several together ("crowd").
    case many
    /// Says how a holder stands to an office ("former").
    case standing
    /// A sea or a part of the world, of no one country, whose name may hold a country's ("Sea of
    /// Japan").
    case feature

    var isName: Bool { rawValue <= Kind.organization.rawValue }
    var isHead: Bool { rawValue >= Kind.of.rawValue && rawValue <= Kind.thing.rawValue }
  }

  var kind: Kind
  /// ISO 3166-1 alpha-3, or IGO, UNO, EUR.
  var country: String?
  var sector: String?
  var writing: PhraseTable.Writing = .any
  /// An abbreviation that stands for much else elsewhere: it counts where its country is named.
  var isLocal = false
}
