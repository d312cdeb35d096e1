package dev.concordat.contracts.reading;

import dev.concordat.contracts.schema.Dialect;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.schema.SchemaLoader;
import dev.concordat.contracts.tree.Node;
import java.util.HashSet;
import java.util.Set;

/// The schemas of one contract, compiled as they are loaded, so that what is wrong with them is told when the contract is
/// read.
public final class Schemas {
  private final Reading reading;
  private final SchemaLoader loader;
  // References lead to the same schemas again and again; each is compiled with all it reaches once.
  private final Set<Node> compiled = new HashSet<>();

  public Schemas(Reading reading, Dialect dialect) {
    this.reading = reading;
    this.loader = new SchemaLoader(reading.documents(), dialect);
  }

  public Schema load(Node node) {
    Schema schema = loader.load(node);
    if (compiled.add(schema.view().schema().node())) {
      loader.compileAll(schema);
      loader.problems().forEach(reading::add);
    }
    return schema;
  }
}
