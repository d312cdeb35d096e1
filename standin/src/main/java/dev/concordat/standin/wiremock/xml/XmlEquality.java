package dev.concordat.standin.wiremock.xml;

import dev.concordat.contracts.pattern.SafePatterns;
import dev.concordat.model.matching.PatternEngine;
import dev.concordat.standin.wiremock.moment.Moments;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/// XML that is equal but for blanks, comments, prefixes of namespaces and the order of elements with different names.
///
/// @param exempted comparisons that are left out, as XMLUnit names them: `NAMESPACE_URI`, `ELEMENT_TAG_NAME`, …
/// @param ignoresOrderOfSame whether elements of the same name may come in any order
/// @param isNamespaceAware whether prefixes mean namespaces
/// @param placeholders finds `${xmlunit.…}`; absent where they are text
public record XmlEquality(
    Set<String> exempted,
    boolean ignoresOrderOfSame,
    boolean isNamespaceAware,
    Optional<Pattern> placeholders) {
  /// Without options.
  public static final XmlEquality PLAIN = new XmlEquality(Set.of(), false, true, Optional.empty());

  private static final String DECLARATIONS = "http://www.w3.org/2000/xmlns/";
  private static final SafePatterns PATTERNS = new SafePatterns();

  public XmlEquality {
    exempted = Set.copyOf(exempted);
  }

  /// What finds placeholders.
  ///
  /// @param opening and closing, as regular expressions
  public static Pattern placeholders(String opening, String closing) {
    return Pattern.compile(
        "\\s*" + opening + "\\s*xmlunit\\.(\\w+)(?:\\((.*)\\))?\\s*" + closing + "\\s*",
        Pattern.DOTALL);
  }

  /// Whether the text is XML that equals the expected one.
  public boolean accepts(Document expected, String text) {
    Optional<Document> actual = XmlDocuments.parse(text, isNamespaceAware);
    return actual.isPresent()
        && same(expected.getDocumentElement(), actual.get().getDocumentElement());
  }

  private boolean same(Element expected, Element actual) {
    return (isExempted("ELEMENT_TAG_NAME") || name(expected).equals(name(actual)))
        && (isExempted("NAMESPACE_URI") || uri(expected).equals(uri(actual)))
        && sameAttributes(expected, actual)
        && sameChildren(expected, actual);
  }

  private boolean isExempted(String comparison) {
    return exempted.contains(comparison);
  }

  private String name(Node node) {
    String local = isNamespaceAware ? node.getLocalName() : null;
    return local == null ? node.getNodeName() : local;
  }

  private String uri(Node node) {
    String uri = isNamespaceAware ? node.getNamespaceURI() : null;
    return uri == null ? "" : uri;
  }

  private boolean sameAttributes(Element expected, Element actual) {
    var wanted = attributes(expected);
    var given = attributes(actual);
    boolean isSameNames =
        isExempted("ATTR_NAME_LOOKUP")
            ? given.size() == wanted.size() || isExempted("ELEMENT_NUM_ATTRIBUTES")
            : given.keySet().containsAll(wanted.keySet())
                && (isExempted("ELEMENT_NUM_ATTRIBUTES") || given.size() == wanted.size());
    if (!isSameNames) {
      return false;
    }
    for (var attribute : wanted.entrySet()) {
      String value = given.get(attribute.getKey());
      if (value != null && !isExempted("ATTR_VALUE") && !sameText(attribute.getValue(), value)) {
        return false;
      }
    }
    return true;
  }

  private TreeMap<String, String> attributes(Element element) {
    var all = new TreeMap<String, String>();
    NamedNodeMap attributes = element.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      Node attribute = attributes.item(i);
      boolean isDeclaration =
          attribute.getNodeName().equals("xmlns")
              || attribute.getNodeName().startsWith("xmlns:")
              || DECLARATIONS.equals(attribute.getNamespaceURI());
      if (!isDeclaration || !isNamespaceAware) {
        all.put("{" + uri(attribute) + "}" + name(attribute), attribute.getNodeValue());
      }
    }
    return all;
  }

  private boolean sameChildren(Element expected, Element actual) {
    List<Element> wanted = elements(expected);
    List<Element> given = elements(actual);
    if (wanted.isEmpty()) {
      String text = text(expected);
      boolean isOpen = isPlaceholder(text, "ignore");
      return isOpen
          || (given.isEmpty() && (isExempted("TEXT_VALUE") || sameText(text, text(actual))));
    }
    if (wanted.size() != given.size() && !isExempted("CHILD_NODELIST_LENGTH")) {
      return false;
    }
    if (!text(expected).equals(text(actual)) && !isExempted("TEXT_VALUE")) {
      return false;
    }
    return ignoresOrderOfSame ? anyOrder(wanted, given) : sorted(wanted, given);
  }

  private boolean sorted(List<Element> wanted, List<Element> given) {
    Comparator<Element> byName = Comparator.comparing(this::name);
    List<Element> left = wanted.stream().sorted(byName).toList();
    List<Element> right = given.stream().sorted(byName).toList();
    for (int i = 0; i < left.size(); i++) {
      if (i >= right.size()) {
        return isExempted("CHILD_LOOKUP");
      }
      if (!same(left.get(i), right.get(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean anyOrder(List<Element> wanted, List<Element> given) {
    var left = new ArrayList<>(given);
    for (Element one : wanted) {
      Optional<Element> twin = left.stream().filter(other -> same(one, other)).findFirst();
      if (twin.isEmpty()) {
        return false;
      }
      left.remove(twin.get());
    }
    return true;
  }

  private static List<Element> elements(Element element) {
    var elements = new ArrayList<Element>();
    for (Node at = element.getFirstChild(); at != null; at = at.getNextSibling()) {
      if (at instanceof Element child) {
        elements.add(child);
      }
    }
    return elements;
  }

  private static String text(Element element) {
    var text = new StringBuilder();
    for (Node at = element.getFirstChild(); at != null; at = at.getNextSibling()) {
      if (at.getNodeType() == Node.TEXT_NODE || at.getNodeType() == Node.CDATA_SECTION_NODE) {
        text.append(at.getNodeValue());
      }
    }
    return text.toString().strip();
  }

  private boolean isPlaceholder(String text, String word) {
    return placeholders
        .map(pattern -> pattern.matcher(text))
        .filter(Matcher::matches)
        .filter(matcher -> matcher.group(1).equals(word))
        .isPresent();
  }

  private boolean sameText(String expected, String actual) {
    Optional<Matcher> placeholder =
        placeholders.map(pattern -> pattern.matcher(expected)).filter(Matcher::matches);
    return placeholder
        .map(found -> isMeant(found.group(1), found.group(2), actual.strip()))
        .orElseGet(() -> expected.strip().equals(actual.strip()));
  }

  private static boolean isMeant(String word, String argument, String actual) {
    return switch (word) {
      case "ignore" -> true;
      case "isNumber" ->
          actual.matches("[-+]?[0-9]{1,300}(\\.[0-9]{1,300})?([eE][-+]?[0-9]{1,9})?");
      case "matchesRegex" ->
          PATTERNS.match(argument == null ? "" : argument, actual) == PatternEngine.Answer.MATCHES;
      case "isDateTime" -> Moments.parse(actual).isPresent();
      default -> false;
    };
  }
}
