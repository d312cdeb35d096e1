package dev.concordat.standin.wiremock.xml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.namespace.NamespaceContext;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import javax.xml.xpath.XPathFactoryConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/// An XPath 1.0 expression. Where no namespaces are named, prefixes count as part of names, as WireMock has it.
public final class XPathExpression {
  private final String text;
  private final Map<String, String> namespaces;

  private XPathExpression(String text, Map<String, String> namespaces) {
    this.text = text;
    this.namespaces = Map.copyOf(namespaces);
  }

  /// The expression, if the text is one.
  ///
  /// @param namespaces URIs by the prefixes that the expression uses
  public static Optional<XPathExpression> compile(String text, Map<String, String> namespaces) {
    try {
      var expression = new XPathExpression(text, namespaces);
      var _ = expression.xPath().compile(text);
      return Optional.of(expression);
    } catch (XPathExpressionException e) {
      return Optional.empty();
    }
  }

  /// Texts of what the expression finds: attributes, texts and computed values as they are, elements as XML.
  public List<String> find(String xml) {
    return XmlDocuments.parse(xml, !namespaces.isEmpty()).map(this::find).orElse(List.of());
  }

  private List<String> find(Document document) {
    try {
      NodeList nodes = (NodeList) xPath().evaluate(text, document, XPathConstants.NODESET);
      var found = new ArrayList<String>();
      for (int i = 0; i < nodes.getLength(); i++) {
        found.add(shown(nodes.item(i)));
      }
      return found;
    } catch (XPathExpressionException noSetOfNodes) {
      return computed(document);
    }
  }

  private List<String> computed(Document document) {
    try {
      return List.of(xPath().evaluate(text, document));
    } catch (XPathExpressionException e) {
      return List.of();
    }
  }

  private static String shown(Node node) {
    return switch (node.getNodeType()) {
      case Node.ATTRIBUTE_NODE, Node.TEXT_NODE, Node.CDATA_SECTION_NODE -> node.getTextContent();
      default -> XmlText.of(node, true);
    };
  }

  private XPath xPath() {
    // Neither factory nor expression may be shared between threads.
    XPathFactory factory = XPathFactory.newDefaultInstance();
    try {
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    } catch (XPathFactoryConfigurationException e) {
      throw new IllegalStateException("the platform has no secure XPath", e);
    }
    XPath xPath = factory.newXPath();
    if (!namespaces.isEmpty()) {
      xPath.setNamespaceContext(new Prefixes(namespaces));
    }
    return xPath;
  }

  private record Prefixes(Map<String, String> namespaces) implements NamespaceContext {
    @Override
    public String getNamespaceURI(String prefix) {
      return namespaces.getOrDefault(prefix, XMLConstants.NULL_NS_URI);
    }

    @Override
    public String getPrefix(String uri) {
      return namespaces.entrySet().stream()
          .filter(entry -> entry.getValue().equals(uri))
          .map(Map.Entry::getKey)
          .findFirst()
          .orElse("");
    }

    @Override
    public Iterator<String> getPrefixes(String uri) {
      return Collections.singleton(getPrefix(uri)).iterator();
    }
  }
}
