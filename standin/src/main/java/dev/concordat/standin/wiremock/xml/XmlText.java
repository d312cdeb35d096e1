package dev.concordat.standin.wiremock.xml;

import java.io.StringWriter;
import javax.xml.XMLConstants;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Node;

/// XML as text, without a declaration.
public final class XmlText {
  private static final int INDENT = 2;

  private XmlText() {}

  /// A node as text.
  ///
  /// @param isIndented whether elements stand on lines of their own
  public static String of(Node node, boolean isIndented) {
    try {
      TransformerFactory factory = TransformerFactory.newDefaultInstance();
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_STYLESHEET, "");
      Transformer transformer = factory.newTransformer();
      transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
      transformer.setOutputProperty(OutputKeys.INDENT, isIndented ? "yes" : "no");
      transformer.setOutputProperty(
          "{http://xml.apache.org/xslt}indent-amount", Integer.toString(INDENT));
      var text = new StringWriter();
      transformer.transform(new DOMSource(node), new StreamResult(text));
      return text.toString();
    } catch (TransformerException e) {
      throw new IllegalStateException("the platform cannot write XML", e);
    }
  }
}
