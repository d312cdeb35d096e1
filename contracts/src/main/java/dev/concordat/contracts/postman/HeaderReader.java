package dev.concordat.contracts.postman;

import dev.concordat.contracts.reading.FieldReader;
import dev.concordat.contracts.reading.Reading;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.contracts.tree.ScalarNode;
import dev.concordat.model.exchange.Header;
import java.util.ArrayList;
import java.util.List;

/// Reads headers: a list of names with values, or a text with a line for each.
final class HeaderReader {
  private final FieldReader fields;

  HeaderReader(FieldReader fields) {
    this.fields = fields;
  }

  List<Header> read(ObjectNode holder, Variables variables) {
    var headers = new ArrayList<Header>();
    if (Reading.member(holder, "header").orElse(null) instanceof ScalarNode text) {
      text.text().ifPresent(lines -> addLines(lines, variables, headers));
      return headers;
    }
    for (Node item : fields.items(holder, "header")) {
      if (item instanceof ScalarNode line) {
        line.text().ifPresent(text -> addLines(text, variables, headers));
      } else {
        fields.object(item, "a header").ifPresent(header -> add(header, variables, headers));
      }
    }
    return headers;
  }

  private void add(ObjectNode header, Variables variables, List<Header> headers) {
    String name = Reading.text(header, "key").orElse("");
    if (!name.isBlank() && !fields.flag(header, "disabled")) {
      String value = Reading.text(header, "value").orElse("");
      headers.add(new Header(variables.resolve(name), variables.resolve(value)));
    }
  }

  private static void addLines(String lines, Variables variables, List<Header> headers) {
    lines
        .lines()
        .forEach(
            line -> {
              int colon = line.indexOf(':');
              if (colon > 0) {
                String value = variables.resolve(line.substring(colon + 1).strip());
                headers.add(new Header(line.substring(0, colon).strip(), value));
              }
            });
  }
}
