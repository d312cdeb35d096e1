package dev.concordat.conform.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.HttpResponseMessage;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Bodies as the frameworks' documentation and sources show them.
class ErrorBodiesTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "Spring| {\"timestamp\":\"x\",\"status\":400,\"error\":\"Bad Request\",\"path\":\"/orders\",\"errors\":[{\"field\":\"qty\",\"code\":\"Min\",\"defaultMessage\":\"must be greater than or equal to 5\",\"rejectedValue\":1}]}| qty MINIMUM 5",
        "Spring not blank| {\"status\":400,\"errors\":[{\"objectName\":\"order\",\"field\":\"lines[0].sku\",\"defaultMessage\":\"must not be blank\"}]}| lines/0/sku REQUIRED ",
        "Jackson| {\"status\":400,\"message\":\"Cannot deserialize value of type `int` from String (through reference chain: shop.Order[\\\"lines\\\"]->java.util.ArrayList[0]->shop.Line[\\\"qty\\\"])\"}| lines/0/qty TYPE ",
        "Jackson unknown| {\"message\":\"Unrecognized field \\\"extra\\\" (class shop.Order), not marked as ignorable (through reference chain: shop.Order[\\\"extra\\\"])\"}| extra UNKNOWN ",
        "Quarkus| {\"title\":\"Constraint Violation\",\"status\":400,\"violations\":[{\"field\":\"create.dto.name\",\"message\":\"size must be between 3 and 20\"}]}| create/dto/name MAX_LENGTH 20",
        "RESTEasy| {\"parameterViolations\":[{\"constraintType\":\"PARAMETER\",\"path\":\"create.dto.qty\",\"message\":\"must be less than or equal to 9\",\"value\":\"10\"}]}| create/dto/qty MAXIMUM 9",
        "RFC 9457| {\"type\":\"https://example.test/v\",\"title\":\"Invalid\",\"errors\":[{\"detail\":\"must be a positive integer\",\"pointer\":\"#/age\"}]}| age MINIMUM ",
        "RFC 7807| {\"title\":\"Invalid\",\"status\":422,\"invalid-params\":[{\"name\":\"age\",\"reason\":\"is required\"}]}| age REQUIRED ",
        "FastAPI| {\"detail\":[{\"loc\":[\"body\",\"items\",0,\"qty\"],\"msg\":\"Input should be greater than or equal to 1\",\"type\":\"greater_than_equal\",\"ctx\":{\"ge\":1}}]}| body/items/0/qty MINIMUM 1",
        "FastAPI missing| {\"detail\":[{\"type\":\"missing\",\"loc\":[\"query\",\"q\"],\"msg\":\"Field required\",\"input\":null}]}| query/q REQUIRED ",
        "ajv| {\"errors\":[{\"instancePath\":\"/qty\",\"schemaPath\":\"#/properties/qty/minimum\",\"keyword\":\"minimum\",\"params\":{\"comparison\":\">=\",\"limit\":5},\"message\":\"must be >= 5\"}]}| qty MINIMUM 5",
        "openapi-validator| {\"message\":\"request/body/name must match pattern\",\"errors\":[{\"path\":\"/body/name\",\"message\":\"must match pattern \\\"^[a-z]+$\\\"\",\"errorCode\":\"pattern.openapi.validation\"}]}| body/name PATTERN ^[a-z]+$",
        "zod| {\"issues\":[{\"code\":\"too_big\",\"maximum\":10,\"type\":\"string\",\"path\":[\"name\"],\"message\":\"String must contain at most 10 character(s)\"}]}| name MAX_LENGTH 10",
        "zod missing| {\"error\":{\"issues\":[{\"code\":\"invalid_type\",\"expected\":\"string\",\"received\":\"undefined\",\"path\":[\"email\"],\"message\":\"Required\"}]}}| email REQUIRED ",
        "joi| {\"details\":[{\"message\":\"qty must be larger than or equal to 3\",\"path\":[\"qty\"],\"type\":\"number.min\",\"context\":{\"limit\":3,\"value\":1,\"key\":\"qty\"}}]}| qty MINIMUM 3",
        "DRF| {\"name\":[\"This field is required.\"]}| name REQUIRED ",
        "DRF nested| {\"address\":{\"zip\":[\"Ensure this field has no more than 5 characters.\"]}}| address/zip MAX_LENGTH 5",
        "Rails| {\"errors\":{\"name\":[\"can't be blank\"]}}| name REQUIRED ",
        "Laravel| {\"message\":\"The given data was invalid.\",\"errors\":{\"items.0.qty\":[\"The items.0.qty must be at least 2.\"]}}| items/0/qty MINIMUM 2",
        "ASP.NET| {\"type\":\"https://tools.ietf.org/html/rfc7231#section-6.5.1\",\"title\":\"One or more validation errors occurred.\",\"status\":400,\"errors\":{\"Qty\":[\"The Qty field is required.\"]}}| Qty REQUIRED ",
        "ASP.NET path| {\"title\":\"One or more validation errors occurred.\",\"status\":400,\"errors\":{\"$.when\":[\"The JSON value could not be converted to System.DateTime.\"]}}| when TYPE ",
        "go-playground| {\"error\":\"Key: 'Order.Qty' Error:Field validation for 'Qty' failed on the 'min' tag\"}| Qty MINIMUM ",
        "go-playground text| Key: 'Order.Lines[0].Sku' Error:Field validation for 'Sku' failed on the 'required' tag| Lines/0/Sku REQUIRED ",
      })
  void aComplaintIsUnderstood(String framework, String body, String expected) {
    // Given
    var response = new HttpResponseMessage(400, List.of(), Bytes.utf8(body));

    // When
    List<String> observations =
        ErrorBodies.complaints(response).stream()
            .map(Understanding::of)
            .map(o -> o.field() + " " + o.kind() + " " + o.bound())
            .toList();

    // Then
    assertThat(observations.stream().map(String::strip)).contains(expected.strip());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"detail\":\"Something else\"}",
        "[]",
        "{}",
        "no json",
        "{\"status\":400}",
        "[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]"
      })
  void whatIsNotUnderstoodIsSaidToBeSo(String body) {
    // When
    List<Complaint> complaints =
        ErrorBodies.complaints(new HttpResponseMessage(400, List.of(), Bytes.utf8(body)));

    // Then
    assertThat(complaints.stream().map(Understanding::of))
        .allMatch(observation -> observation.kind() == Observation.Kind.OTHER);
  }
}
