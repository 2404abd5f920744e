import Receivables
import Semantics
import Syntax

/// Effects of which a person thinks as of one decision.
enum EffectSort: Hashable {
  case mode, tone, channels, template, recipient, shift
  case withoutNature(Nature)
  case withoutChannel(Channel)
  case notify(ContactRole)

  /// The sort of an effect.
  init(_ effect: Effect) {
    switch effect {
    case .mode: self = .mode
    case .tone: self = .tone
    case .channels: self = .channels
    case .template: self = .template
    case .recipient: self = .recipient
    case .shiftDueDate: self = .shift
    case .withoutNature(let nature): self = .withoutNature(nature)
    case .withoutChannel(let channel): self = .withoutChannel(channel)
    case .notify(let role): self = .notify(role)
    }
  }

  /// Whether effects of this sort set something of a step, of which the first rule in order decides.
  var isSetOnce: Bool {
    switch self {
    case .tone, .channels, .template, .recipient, .shift: true
    case .mode, .withoutNature, .withoutChannel, .notify: false
    }
  }
}
