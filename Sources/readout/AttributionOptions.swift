import ArgumentParser
import Coding
import Encoder

/// Who finds who said what: a trained model or rules.
struct AttributionOptions: ParsableArguments {
  @Option(
    name: .customLong("attribution"),
    help: ArgumentHelp(
      "Who finds who said what: encoder or rules, which are faster. (default: the encoder, where its model is there)",
      valueName: "method"))
  var method: Method?

  @Option(
    name: .customLong("attribution-model"), help: ArgumentHelp("The encoder's model.", valueName: "path"),
    completion: .file(extensions: ["safetensors"]))
  var modelPath: String?

  enum Method: String, ExpressibleByArgument, CaseIterable { case encoder, rules }

  func validate() throws {
    if method == .rules, modelPath != nil {
      throw ValidationError("--attribution rules uses no model; leave --attribution-model out.")
    }
  }

  /// - Throws: ``Failure`` where the model is asked for and missing, or cannot be used.
  func attribution() throws(Failure) -> Coder.Attribution {
    switch method {
    case .rules: return .rules
    case .encoder: return try Self.encoder(at: try Self.location.path(given: modelPath))
    case nil:
      guard let path = try Self.location.pathIfAny(given: modelPath) else { return .rules }
      return try Self.encoder(at: path)
    }
  }

  private static let location = ResourceLocation(
    what: "attribution model", variable: "READOUT_ATTRIBUTION", installed: "model/attribution.safetensors",
    inTree: "Models/attribution.safetensors", advice: "name it with --attribution-model, or use --attribution rules")

  private static func encoder(at path: String) throws(Failure) -> Coder.Attribution {
    do { return .tagger(try AttributionTagger(encoder: try TokenEncoder(contentsOf: path))) } catch {
      throw Failure(.configuration, "\(error)")
    }
  }
}
