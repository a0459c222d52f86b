/// Completion scripts for the shells, made from the verbs' own values.
enum Completions {
  static func script(for shell: String, verbs: [Verb]) -> String {
    switch shell {
    case "zsh": zsh(verbs)
    case "fish": fish(verbs)
    default: bash(verbs)
    }
  }

  private static func words(_ verb: Verb) -> String {
    verb.allFlags.map { "--" + $0.long }.joined(separator: " ")
  }

  private static func bash(_ verbs: [Verb]) -> String {
    var cases = ""
    for verb in verbs {
      cases += "    \(verb.name)) flags=\"\(words(verb))\" ;;\n"
    }
    var choices = ""
    for verb in verbs {
      for flag in verb.flags where !flag.choices.isEmpty {
        choices += "    \(verb.name)--\(flag.long)) "
        choices +=
          "COMPREPLY=($(compgen -W \"\(flag.choices.joined(separator: " "))\" -- \"$word\"))"
        choices += "; return ;;\n"
      }
    }
    return """
      # bash completion for dateline: eval "$(dateline completions bash)"
      _dateline() {
        local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}" flags=""
        COMPREPLY=()
        if [ "$COMP_CWORD" -eq 1 ]; then
          COMPREPLY=($(compgen -W "\(verbs.map(\.name).joined(separator: " "))" -- "$word"))
          return
        fi
        case "${COMP_WORDS[1]}$before" in
      \(choices)    *) ;;
        esac
        case "${COMP_WORDS[1]}" in
      \(cases)    esac
        if [ "${word#-}" != "$word" ]; then
          COMPREPLY=($(compgen -W "$flags" -- "$word"))
        else
          COMPREPLY=($(compgen -f -- "$word"))
        fi
      }
      complete -o filenames -F _dateline dateline

      """
  }

  private static func zsh(_ verbs: [Verb]) -> String {
    var out = "#compdef dateline\n# zsh completion: eval \"$(dateline completions zsh)\"\n"
    out += "_dateline() {\n  local -a verbs\n  verbs=(\n"
    for verb in verbs { out += "    '\(verb.name):\(zshQuoted(verb.summary))'\n" }
    out += "  )\n  if (( CURRENT == 2 )); then _describe verb verbs; return; fi\n"
    out += "  local verb=$words[2]\n  shift words; (( CURRENT-- ))\n  case $verb in\n"
    for verb in verbs {
      out += "    \(verb.name)) _arguments \\\n"
      for flag in verb.allFlags {
        out += "      '--\(flag.long)[\(zshQuoted(flag.help))]"
        if let value = flag.value {
          out +=
            ":\(value):"
            + (flag.choices.isEmpty ? "_files" : "(\(flag.choices.joined(separator: " ")))")
        }
        out += "' \\\n"
      }
      out += "      '*:file:_files' ;;\n"
    }
    return out + "  esac\n}\ncompdef _dateline dateline\n"
  }

  private static func zshQuoted(_ text: String) -> String {
    text.replacing("'", with: "'\\''").replacing("[", with: "\\[").replacing("]", with: "\\]")
      .replacing(":", with: "\\:")
  }

  private static func fish(_ verbs: [Verb]) -> String {
    var out = "# fish completion: dateline completions fish | source\n"
    for verb in verbs {
      out += "complete -c dateline -n __fish_use_subcommand -f -a \(verb.name) "
      out += "-d \(fishQuoted(verb.summary))\n"
    }
    for verb in verbs {
      for flag in verb.allFlags {
        out += "complete -c dateline -n '__fish_seen_subcommand_from \(verb.name)' -l \(flag.long)"
        if let short = flag.short { out += " -s \(short)" }
        if flag.value != nil { out += " -r" }
        if !flag.choices.isEmpty { out += " -f -a '\(flag.choices.joined(separator: " "))'" }
        out += " -d \(fishQuoted(flag.help))\n"
      }
    }
    return out
  }

  private static func fishQuoted(_ text: String) -> String {
    "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
  }
}
