package dev.concordat.standin.wiremock.template;

import com.github.jknack.handlebars.Helper;
import com.github.jknack.handlebars.Options;
import dev.concordat.standin.wiremock.xml.XPathExpression;
import dev.concordat.standin.wiremock.xml.XmlDocuments;
import dev.concordat.standin.wiremock.xml.XmlText;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// WireMock's helpers for XML.
final class XmlHelpers {
  private static final String SOAP_BODY = "/Envelope/Body/";

  private XmlHelpers() {}

  static Map<String, Helper<Object>> all() {
    Map<String, Helper<Object>> helpers = new LinkedHashMap<>();
    helpers.put("xPath", (value, options) -> xPath(value, options, ""));
    helpers.put("soapXPath", (value, options) -> xPath(value, options, SOAP_BODY));
    helpers.put("formatXml", XmlHelpers::formatXml);
    return helpers;
  }

  private static Object xPath(Object value, Options options, String prefix) {
    if (value == null) {
      return "";
    }
    Object expression = TextHelpers.parameter(options, 0);
    if (expression == null) {
      return Failures.text("The XPath expression cannot be empty");
    }
    if (XmlDocuments.parse(value.toString()).isEmpty()) {
      return Failures.text(value + " is not valid XML");
    }
    String path = prefix.isEmpty() ? expression.toString() : local(prefix + expression);
    Optional<XPathExpression> compiled = XPathExpression.compile(path, Map.of());
    if (compiled.isEmpty()) {
      return Failures.text(expression + " is not a valid XPath expression");
    }
    List<String> found = compiled.get().find(value.toString());
    return found.isEmpty() ? "" : new Values.Several(found);
  }

  /// In SOAP, prefixes are anyone's choice: names are compared without them.
  private static String local(String path) {
    return path.replaceAll(
        "/(?=[A-Za-z_])([A-Za-z_][\\w.-]*)(?![\\w.(:-])", "/*[local-name()='$1']");
  }

  private static Object formatXml(Object value, Options options) throws IOException {
    String text = TextHelpers.text(value, options);
    return XmlDocuments.parse(text)
        .map(document -> XmlText.of(document, true))
        .orElseGet(() -> Failures.text("Input is not valid XML"));
  }
}
