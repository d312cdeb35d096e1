package dev.concordat.report.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.report.SampleRun;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

final class JunitXmlTest {
  @Test
  void countsAddUpAndEveryCaseSaysItsFileAndLine() throws Exception {
    Element suites = parse(JunitXml.of(SampleRun.broken()));

    assertThat(suites.getAttribute("tests")).isEqualTo("3");
    assertThat(suites.getAttribute("failures")).isEqualTo("2");
    Element first = (Element) suites.getElementsByTagName("testcase").item(0);
    assertThat(first.getAttribute("file")).isEqualTo("payments/openapi.yaml");
    assertThat(first.getAttribute("line")).isEqualTo("30");
    assertThat(first.getAttribute("time")).isEqualTo("0.012");
  }

  @Test
  void repeatsTheMessageAsTheFirstLineOfTheBodyForGitLab() throws Exception {
    Element suites = parse(JunitXml.of(SampleRun.broken()));

    Element failure = (Element) suites.getElementsByTagName("failure").item(0);
    assertThat(failure.getTextContent().lines().findFirst())
        .hasValue(failure.getAttribute("message"));
    assertThat(failure.getTextContent()).contains("replay   concordat replay 7f3a91");
  }

  @Test
  void givesCasesOfOneNameDifferentNames() throws Exception {
    Element suites = parse(JunitXml.of(SampleRun.broken()));

    Element second = (Element) suites.getElementsByTagName("testcase").item(1);
    assertThat(second.getAttribute("name")).isEqualTo("createCharge: minimal request (2)");
  }

  @Test
  void reportsABrokenEnvironmentAsErrorAndNotAsFailure() throws Exception {
    Element suites = parse(JunitXml.of(SampleRun.troubled()));

    assertThat(suites.getAttribute("failures")).isEqualTo("0");
    assertThat(suites.getAttribute("errors")).isEqualTo("1");
    assertThat(suites.getElementsByTagName("error").getLength()).isEqualTo(1);
  }

  private static Element parse(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
        .getDocumentElement();
  }
}
