package dev.concordat.contracts.reading;

import dev.concordat.contracts.schema.Dialect;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.schema.SchemaLoader;
import dev.concordat.contracts.tree.Node;
import dev.concordat.model.problem.Problem;
import java.util.List;

/// The schemas of one contract, compiled as they are loaded, so that what is wrong with them is told when the contract is
/// read.
public final class Schemas {
  private final Reading reading;
  private final SchemaLoader loader;
  private int toldProblems;

  public Schemas(Reading reading, Dialect dialect) {
    this.reading = reading;
    this.loader = new SchemaLoader(reading.documents(), dialect);
    reading.addLate(loader::problems);
  }

  public Schema load(Node node) {
    Schema schema = loader.load(node);
    loader.compileAll(schema);
    List<Problem> news = loader.problemsAfter(toldProblems);
    toldProblems += news.size();
    news.forEach(reading::add);
    return schema;
  }
}
