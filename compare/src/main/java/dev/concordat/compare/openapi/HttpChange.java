package dev.concordat.compare.openapi;

import dev.concordat.compare.schema.SchemaDifference;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.http.RequestBody;
import dev.concordat.contracts.http.ResponseSpec;
import dev.concordat.contracts.http.SecurityNeed;
import java.util.List;
import java.util.Optional;

/// One thing in which two contracts for HTTP differ, with all that both say of it. What it does is told by the
/// `Difference` that is made of it; what other tools call it is told by {@link Aliases}.
public sealed interface HttpChange {
  /// Where messages meet it.
  Endpoint endpoint();

  /// An operation, webhook or callback came.
  ///
  /// @param isPathNew whether the old contract has nothing at that path
  record EndpointAdded(Endpoint endpoint, boolean isPathNew) implements HttpChange {}

  /// An operation, webhook or callback is gone.
  ///
  /// @param isPathGone whether nothing is left at that path
  /// @param coveredBy the operation of the new contract that its requests now reach, if there is one
  record EndpointRemoved(Endpoint endpoint, boolean isPathGone, Optional<HttpOperation> coveredBy)
      implements HttpChange {}

  /// The paths before all paths changed.
  record BasePathsChanged(Endpoint endpoint, List<String> before, List<String> after)
      implements HttpChange {}

  /// The operationId came, went or is another.
  ///
  /// @param before as written
  record OperationIdChanged(Endpoint endpoint, Optional<String> before, Optional<String> after)
      implements HttpChange {}

  /// A tag came or went.
  record TagChanged(Endpoint endpoint, String tag, boolean isAdded) implements HttpChange {}

  /// A parameter, request header or cookie came.
  record ParameterAdded(Endpoint endpoint, Parameter parameter) implements HttpChange {}

  /// A parameter, request header or cookie is gone.
  record ParameterRemoved(Endpoint endpoint, Parameter parameter) implements HttpChange {}

  /// A parameter of the path has another name.
  record PathParameterRenamed(Endpoint endpoint, Parameter before, Parameter after)
      implements HttpChange {}

  /// A parameter became required, or need no longer be there.
  record ParameterRequirednessChanged(Endpoint endpoint, Parameter before, Parameter after)
      implements HttpChange {}

  /// A parameter is written otherwise: style, explode, media type.
  record ParameterStyleChanged(Endpoint endpoint, Parameter before, Parameter after)
      implements HttpChange {}

  /// A request body is taken where none was spoken of.
  record RequestBodyAdded(Endpoint endpoint, RequestBody body) implements HttpChange {}

  /// No request body is spoken of any more.
  record RequestBodyRemoved(Endpoint endpoint, RequestBody body) implements HttpChange {}

  /// The request body became required, or need no longer be there.
  record RequestBodyRequirednessChanged(Endpoint endpoint, RequestBody before, RequestBody after)
      implements HttpChange {}

  /// A request body may have one more media type.
  record RequestMediaTypeAdded(Endpoint endpoint, MediaTypeSpec type) implements HttpChange {}

  /// A request body must not have a media type any more.
  ///
  /// @param coveredBy a range of the new contract that includes it
  record RequestMediaTypeRemoved(
      Endpoint endpoint, MediaTypeSpec type, Optional<MediaTypeSpec> coveredBy)
      implements HttpChange {}

  /// A status came.
  ///
  /// @param coveredBy what the old contract says of such a status: a range, or `default`
  record StatusAdded(Endpoint endpoint, ResponseSpec response, Optional<ResponseSpec> coveredBy)
      implements HttpChange {}

  /// A status is gone.
  ///
  /// @param isLastSuccess whether no success is left that the old contract speaks of
  record StatusRemoved(Endpoint endpoint, ResponseSpec response, boolean isLastSuccess)
      implements HttpChange {}

  /// A response may have one more media type.
  ///
  /// @param response of the new contract
  record ResponseMediaTypeAdded(Endpoint endpoint, ResponseSpec response, MediaTypeSpec type)
      implements HttpChange {}

  /// A response has a media type no more.
  ///
  /// @param response of the old contract
  /// @param coveredBy a range of the new contract that includes it
  record ResponseMediaTypeRemoved(
      Endpoint endpoint,
      ResponseSpec response,
      MediaTypeSpec type,
      Optional<MediaTypeSpec> coveredBy)
      implements HttpChange {}

  /// A response header came.
  ///
  /// @param response of the new contract
  record ResponseHeaderAdded(Endpoint endpoint, ResponseSpec response, Parameter header)
      implements HttpChange {}

  /// A response header is gone.
  ///
  /// @param response of the old contract
  record ResponseHeaderRemoved(Endpoint endpoint, ResponseSpec response, Parameter header)
      implements HttpChange {}

  /// A response header need no longer be there, or always is.
  record ResponseHeaderRequirednessChanged(
      Endpoint endpoint,
      ResponseSpec beforeResponse,
      ResponseSpec afterResponse,
      Parameter before,
      Parameter after)
      implements HttpChange {}

  /// A schema came where none was.
  record SchemaAdded(Endpoint endpoint, Spot spot) implements HttpChange {}

  /// A schema is gone.
  record SchemaRemoved(Endpoint endpoint, Spot spot) implements HttpChange {}

  /// A schema says something else.
  record SchemaChanged(Endpoint endpoint, Spot spot, SchemaDifference difference)
      implements HttpChange {}

  /// The members of a form or the parts of a multipart body are written otherwise.
  ///
  /// @param name of the member or part
  record EncodingChanged(Endpoint endpoint, Spot spot, String name) implements HttpChange {}

  /// Which credentials are needed changed.
  ///
  /// @param before alternatives, each a list of what is sent together; one empty alternative where none is needed
  /// @param after likewise
  record SecurityChanged(
      Endpoint endpoint, List<List<SecurityNeed>> before, List<List<SecurityNeed>> after)
      implements HttpChange {
    public SecurityChanged {
      before = before.stream().map(List::copyOf).toList();
      after = after.stream().map(List::copyOf).toList();
    }
  }
}
