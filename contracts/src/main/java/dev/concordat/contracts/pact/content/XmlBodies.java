package dev.concordat.contracts.pact.content;

import dev.concordat.contracts.xml.XmlElement;
import dev.concordat.contracts.xml.XmlParser;
import dev.concordat.model.matching.Difference;
import dev.concordat.model.matching.DocumentPath;
import dev.concordat.model.matching.RuleSet;
import dev.concordat.model.matching.ValueMatcher;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/// XML bodies.
record XmlBodies(RuleSet rules, boolean allowsUnexpected, ValueMatcher values) {
  List<Difference> match(DocumentPath path, TypedBody expected, TypedBody actual) {
    var found = new ArrayList<Difference>();
    XmlElement wanted = parse(path, "expected", expected, found);
    XmlElement present = parse(path, "actual", actual, found);
    if (wanted != null && present != null) {
      new XmlMatching(rules, allowsUnexpected, values, found)
          .element(path.element(wanted.written(), 0, 0), wanted, present);
    }
    return found;
  }

  private static @Nullable XmlElement parse(
      DocumentPath path, String which, TypedBody body, List<Difference> found) {
    try {
      return XmlParser.parse(body.bytes().toArray());
    } catch (XMLStreamException e) {
      String message = String.format("Failed to parse the %s body: '%s'", which, e.getMessage());
      found.add(new Difference(path.toString(), "XML", BodyText.show(body), "equality", message));
      return null;
    }
  }
}
