/// Dependency labels of the parser (CLEAR style, as in spaCy's English models).
package enum Relation: String, Sendable, Hashable, CaseIterable {
  case root = "ROOT"
  case acl, acomp, advcl, advmod, agent, amod, appos, attr, aux, auxpass
  case caseMarker = "case"
  case cc, ccomp, compound, conj, csubj, csubjpass, dative, dep, det, dobj, expl, intj, mark, meta
  case neg, nmod, npadvmod, nsubj, nsubjpass, nummod, oprd, parataxis, pcomp, pobj, poss, preconj
  case predet, prep, prt, punct, quantmod, relcl, xcomp
  /// Any other, and none (white space).
  case other = ""
}
