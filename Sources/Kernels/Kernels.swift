package import CKernels

/// The arithmetic of the networks, in the instruction set chosen at start.
///
/// The functions themselves are C's (`CKernels.h` says what each computes and how its arguments
/// are laid out); this value carries the choice.
package struct Kernels: Sendable {
  package enum InstructionSet: String, Sendable, CaseIterable {
    case portable, avx2
  }

  package let functions: DatelineKernels

  /// The fastest this processor can run.
  package static let best = Kernels(functions: dateline_kernels_best().pointee)

  /// That of an instruction set; `nil` where the processor lacks it.
  package init?(_ instructionSet: InstructionSet) {
    let table =
      switch instructionSet {
      case .portable: dateline_kernels_portable()
      case .avx2: dateline_kernels_avx2()
      }
    guard let table else { return nil }
    self.functions = table.pointee
  }

  private init(functions: DatelineKernels) { self.functions = functions }

  /// "avx2" or "portable".
  package var name: String { String(cString: functions.name) }
}
