package dev.concordat.fuzz;

/// What takes the inputs. It throws where a reader does what it must not.
interface Target {
  void take(byte[] input);

  /// The target of that name; every other name is a file with a contract.
  static Target named(String reader) {
    return switch (reader) {
      case "document" -> new DocumentTarget();
      case "schema" -> new SchemaTarget();
      case "body" -> new BodyTarget();
      case "avro-data" -> new AvroDataTarget();
      case "avro-file" -> new ContractTarget("input.avro");
      case "protobuf" -> new DescriptorSetTarget();
      case "protobuf-data" -> new ProtobufDataTarget();
      case "graphql" -> new ContractTarget("input.graphql");
      case "graphql-request" -> new GraphQlRequestTarget();
      default -> new ContractTarget("input");
    };
  }
}
