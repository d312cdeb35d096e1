package dev.concordat.contracts.tree;

import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonString;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads JSON into the tree.
final class JsonReading {
  private final Source source;
  private final ReadLimits limits;
  private final ReadProblems problems;
  private final TreeBuilder tree;

  JsonReading(Source source, ReadLimits limits, ReadProblems problems) {
    this.source = source;
    this.limits = limits;
    this.problems = problems;
    this.tree = new TreeBuilder(source, limits, problems);
  }

  List<Node> read() {
    try (JsonParser parser = JsonFactories.parser(source.bytes())) {
      readAll(parser);
    } catch (JacksonException e) {
      int offset = (int) Math.max(0, e.getLocation() == null ? 0 : e.getLocation().getByteOffset());
      problems.add(JsonSyntax.problem(source, offset, tree.pointer(), tree.depth(), e));
    } catch (Unreadable e) {
      problems.add(e.problem());
    }
    var roots = new ArrayList<Node>();
    roots.add(tree.takeRoot());
    return roots;
  }

  private void readAll(JsonParser parser) {
    boolean hasRoot = false;
    for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
      if (hasRoot && tree.isAtRoot()) {
        throw problems.error(
            "contract/json-syntax",
            offset(parser),
            "",
            "the document ends before this, yet more text follows",
            "remove what follows the last closing bracket");
      }
      hasRoot = true;
      if (token == JsonToken.END_OBJECT || token == JsonToken.END_ARRAY) {
        tree.end();
      } else {
        accept(token, parser, offset(parser));
      }
    }
  }

  private static int offset(JsonParser parser) {
    return (int) parser.currentTokenLocation().getByteOffset();
  }

  private void accept(JsonToken token, JsonParser parser, int offset) {
    switch (token) {
      case START_OBJECT -> tree.startObject(offset);
      case START_ARRAY -> tree.startArray(offset);
      case PROPERTY_NAME -> tree.key(parser.currentName(), offset, false);
      case VALUE_STRING -> tree.scalar(new JsonString(parser.getString()), offset);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> tree.scalar(number(parser, offset), offset);
      case VALUE_TRUE -> tree.scalar(JsonBoolean.of(true), offset);
      case VALUE_FALSE -> tree.scalar(JsonBoolean.of(false), offset);
      case VALUE_NULL -> tree.scalar(JsonNull.NULL, offset);
      case END_OBJECT, END_ARRAY, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
          throw new IllegalStateException("not the start of anything in JSON text: " + token);
    }
  }

  private JsonNumber number(JsonParser parser, int offset) {
    if (parser.getStringLength() > limits.maxNumberLength()) {
      throw problems.numberTooLong(
          parser.getStringLength(), offset, limits.maxNumberLength(), tree.pointer());
    }
    return new JsonNumber(parser.getString());
  }
}
