package dev.concordat.standin.wiremock.xml;

import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/// Parses XML from strangers: entities, document types and other files are never followed.
public final class XmlDocuments {
  private XmlDocuments() {}

  /// The document, if the text is one.
  public static Optional<Document> parse(String text) {
    return parse(text, true);
  }

  /// Reads a document; nothing where the text is none.
  ///
  /// @param isNamespaceAware whether prefixes mean namespaces, or are part of the names
  public static Optional<Document> parse(String text, boolean isNamespaceAware) {
    String stripped = text.strip();
    if (stripped.isEmpty() || stripped.charAt(0) != '<') {
      return Optional.empty();
    }
    try {
      DocumentBuilder builder = factory(isNamespaceAware).newDocumentBuilder();
      builder.setErrorHandler(new Quiet());
      builder.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("")));
      return Optional.of(builder.parse(new InputSource(new StringReader(stripped))));
    } catch (SAXException | IOException e) {
      return Optional.empty();
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("the platform has no XML parser", e);
    }
  }

  private static DocumentBuilderFactory factory(boolean isNamespaceAware)
      throws ParserConfigurationException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setNamespaceAware(isNamespaceAware);
    factory.setExpandEntityReferences(false);
    factory.setXIncludeAware(false);
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
    factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
    factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    return factory;
  }

  /// Broken XML is an answer, not a message on the standard error stream.
  private static final class Quiet implements ErrorHandler {
    @Override
    public void warning(SAXParseException exception) {}

    @Override
    public void error(SAXParseException exception) {}

    @Override
    public void fatalError(SAXParseException exception) throws SAXException {
      throw exception;
    }
  }
}
