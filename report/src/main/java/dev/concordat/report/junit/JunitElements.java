package dev.concordat.report.junit;

import java.io.StringWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// The elements that all our JUnit XML is made of. Characters that XML 1.0 cannot hold are replaced by U+FFFD.
public final class JunitElements {
  private static final double NANOS_PER_SECOND = 1e9;

  private final XMLStreamWriter xml;

  private JunitElements(XMLStreamWriter xml) {
    this.xml = xml;
  }

  /// A whole document.
  public static String document(Consumer<JunitElements> content) {
    StringWriter text = new StringWriter();
    written(
        () -> {
          XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
          xml.writeStartDocument("UTF-8", "1.0");
          content.accept(new JunitElements(xml));
          xml.writeEndDocument();
          xml.close();
        });
    return text.toString();
  }

  /// What a stream writer does.
  private interface Writing {
    void write() throws XMLStreamException;
  }

  /// Memory does not fail.
  private static void written(Writing writing) {
    try {
      writing.write();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing XML to memory", e);
    }
  }

  /// Begins an element.
  public void open(String element) {
    written(() -> xml.writeStartElement(element));
  }

  /// Ends the element that was begun last.
  public void close() {
    written(xml::writeEndElement);
  }

  /// An attribute of the element that was begun last.
  public void attribute(String name, String value) {
    written(() -> xml.writeAttribute(name, XmlText.clean(value)));
  }

  /// Seconds with a decimal point.
  public void time(Duration duration) {
    attribute("time", String.format(Locale.ROOT, "%.3f", duration.toNanos() / NANOS_PER_SECOND));
  }

  /// The counts of a suite or of all suites.
  public void counts(long tests, long failures, long errors, long skipped) {
    attribute("tests", Long.toString(tests));
    attribute("failures", Long.toString(failures));
    attribute("errors", Long.toString(errors));
    attribute("skipped", Long.toString(skipped));
  }

  /// Begins a case. GitLab knows a case by its class and name, and drops one that repeats them.
  public void testCase(String classname, String name, Duration duration) {
    open("testcase");
    attribute("classname", classname);
    attribute("name", name);
    time(duration);
  }

  /// Where a case stands.
  public void place(String file, int line) {
    attribute("file", file);
    attribute("line", Integer.toString(line));
  }

  /// A property, inside of `properties`.
  public void property(String name, String value) {
    written(() -> xml.writeEmptyElement("property"));
    attribute("name", name);
    attribute("value", value);
  }

  /// Says that a case was not tried.
  public void skipped(String message) {
    written(() -> xml.writeEmptyElement("skipped"));
    attribute("message", message);
  }

  /// An element with text.
  public void text(String element, String text) {
    open(element);
    written(() -> xml.writeCharacters(XmlText.clean(text)));
    close();
  }

  /// A `failure` or an `error`.
  public void problem(String element, String type, String message, String body) {
    open(element);
    attribute("type", type);
    attribute("message", message);
    written(() -> xml.writeCharacters(XmlText.clean(body)));
    close();
  }
}
