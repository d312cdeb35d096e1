package dev.concordat.compare.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SecurityDiffTest {
  private static final String SCHEMES =
      """
      components:
        securitySchemes:
          key: {type: apiKey, in: header, name: X-Key}
          token: {type: oauth2, flows: {}}
          bearer: {type: http, scheme: bearer}
          other: {type: apiKey, in: header, name: X-Key}
      """;

  private static String pets(String security) {
    return SCHEMES
        + "paths: {/pets: {get: {"
        + security
        + "responses: {'200': {description: all}}}}}\n";
  }

  @Test
  void aCredentialThatWasNotNeededIsShownByARequestWithoutIt() {
    assertEquals(
        """
        GET /pets
        ! 401 or 403: it has no credential, and needed is a bearer token\
        """,
        Http.witness(pets(""), pets("security: [{bearer: []}], ")));
  }

  @Test
  void anotherCredentialIsShownByARequestWithTheOldOne() {
    assertEquals(
        """
        GET /pets
        X-Key: secret
        ! 401 or 403: it has an API key in the header 'X-Key', and needed is a bearer token\
        """,
        Http.witness(pets("security: [{key: []}], "), pets("security: [{bearer: []}], ")));
  }

  @Test
  void oneMoreScopeIsShownByATokenWithoutIt() {
    assertEquals(
        """
        GET /pets
        Authorization: Bearer secret
        ! 401 or 403: it has an OAuth token for read, and needed is an OAuth token for read write\
        """,
        Http.witness(
            pets("security: [{token: [read]}], "), pets("security: [{token: [read, write]}], ")));
  }

  @Test
  void oneMoreAlternativeIsSafe() {
    assertEquals(
        List.of(
            "safe GET /pets · security: what is needed was an API key in the header "
                + "'X-Key' and is an API"
                + " key in the header 'X-Key', or a bearer token"),
        Http.diff(pets("security: [{key: []}], "), pets("security: [{key: []}, {bearer: []}], ")));
  }

  @Test
  void theNameOfASchemeIsNotSeenOnTheWire() {
    assertEquals(
        List.of(), Http.diff(pets("security: [{key: []}], "), pets("security: [{other: []}], ")));
  }

  @Test
  void aCredentialForAllOperationsIsOneDifference() {
    // Given
    String before =
        SCHEMES
            + """
            paths:
              /pets: {get: {responses: {'200': {description: all}}}}
              /owners: {get: {responses: {'200': {description: all}}}}
              /free: {get: {security: [], responses: {'200': {description: all}}}}
            """;
    // When
    List<String> differences = Http.diff(before, before + "security: [{bearer: []}]\n");
    // Then
    assertEquals(
        List.of(
            "breaks GET /pets · security: what is needed was no credential and is a "
                + "bearer token (and 1"
                + " more)"),
        differences);
  }
}
