package dev.concordat.conform.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.conform.service.http.Request;
import dev.concordat.model.conform.ConformFinding;
import dev.concordat.model.conform.ConformReport;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Order(1)
class CorrectServiceTest {
  private static final int REQUESTS = 2_500;
  private static final int FEW_REQUESTS = 700;
  private static final int SEEDS = 15;
  private static final int MANY_SEEDS = 50;

  @Test
  void hasNoFindings() {
    // When
    ConformReport report = WorkshopRun.of(Set.of(), 7, REQUESTS);

    // Then
    assertThat(report.findings()).extracting(ConformFinding::message).isEmpty();
  }

  @Test
  void answersEveryOperationWithASuccess() {
    // When
    ConformReport report = WorkshopRun.of(Set.of(), 7, REQUESTS);

    // Then
    assertThat(report.coverage())
        .allSatisfy(each -> assertThat(each.untested()).as(each.operation()).isEmpty());
  }

  @Test
  @Tag("slow")
  void hasNoFindingsWhateverTheSeed() {
    assertThat(foundWith(1, SEEDS)).isEmpty();
  }

  @Test
  @Tag("soak")
  void hasNoFindingsWithManyMoreSeeds() {
    assertThat(foundWith(SEEDS + 1, MANY_SEEDS)).isEmpty();
  }

  @Test
  void getsTheSameBytesInTheSameOrderForOneSeed() {
    try (var service = ReferenceService.start(Set.of(Fault.MAXIMUM_IGNORED))) {
      // Given
      List<String> first = findings(WorkshopRun.against(service, 11, REQUESTS));
      List<String> sent = bytes(service.requests());
      service.reset();

      // When
      List<String> again = findings(WorkshopRun.against(service, 11, REQUESTS));

      // Then
      assertThat(bytes(service.requests())).isEqualTo(sent);
      assertThat(again).isEqualTo(first);
    }
  }

  private static List<String> foundWith(long first, long last) {
    return LongStream.rangeClosed(first, last)
        .boxed()
        .flatMap(
            seed ->
                WorkshopRun.of(Set.of(), seed, FEW_REQUESTS).findings().stream()
                    .map(finding -> "seed " + seed + ": " + finding.message()))
        .toList();
  }

  private static List<String> findings(ConformReport report) {
    return report.findings().stream().map(each -> each.id() + " " + each.message()).toList();
  }

  private static List<String> bytes(List<Request> requests) {
    return requests.stream()
        .map(request -> new String(request.raw(), StandardCharsets.ISO_8859_1))
        .toList();
  }
}
