package dev.concordat.standin.wiremock.response;

import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.standin.fault.Disturbance;
import dev.concordat.standin.http.Served;
import dev.concordat.standin.wiremock.template.Rendering;
import dev.concordat.standin.wiremock.template.ResponseTemplate;
import dev.concordat.standin.wiremock.template.TemplateEngine;
import dev.concordat.wire.fault.DeliveryFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What a stub answers, ready to be served. Thread-safe.
public final class ResponseDefinition {
  private static final int SERVER_ERROR = 500;

  private final int status;
  private final String reason;
  private final List<HeaderTemplate> headers;
  private final Content content;
  private final Delays delays;
  private final Optional<DeliveryFault> fault;
  private final Optional<ProxyTemplate> proxy;
  private final TemplateEngine engine;
  private final boolean allowsAnywhere;
  private final @Nullable Served finished;

  /// The finished answer with what is added to every answer of the stub. Two threads may make it, and both make the same.
  private volatile @Nullable Served finishedWithMore;

  /// A value of a header: text, or a template of it.
  record HeaderTemplate(String name, String text, Optional<ResponseTemplate> template) {}

  /// Where the body comes from.
  sealed interface Content {
    record Fixed(Bytes bytes) implements Content {}

    record Templated(ResponseTemplate template) implements Content {}

    /// What stands in a file.
    ///
    /// @param isTemplated whether what stands in the file is a template
    record InFile(String name, Optional<ResponseTemplate> nameTemplate, boolean isTemplated)
        implements Content {}
  }

  record ProxyTemplate(Proxying proxying, Optional<ResponseTemplate> baseUrl) {}

  ResponseDefinition(
      int status,
      String reason,
      List<HeaderTemplate> headers,
      Content content,
      Delays delays,
      Optional<DeliveryFault> fault,
      Optional<ProxyTemplate> proxy,
      TemplateEngine engine,
      boolean allowsAnywhere) {
    this.status = status;
    this.reason = reason;
    this.headers = List.copyOf(headers);
    this.content = content;
    this.delays = delays;
    this.fault = fault;
    this.proxy = proxy;
    this.engine = engine;
    this.allowsAnywhere = allowsAnywhere;
    this.finished = finished();
  }

  /// The answer where it is always the same, made once.
  private @Nullable Served finished() {
    boolean isFixed =
        content instanceof Content.Fixed
            && headers.stream().allMatch(header -> header.template().isEmpty())
            && proxy.isEmpty();
    if (!isFixed) {
      return null;
    }
    List<Header> plain = headers.stream().map(one -> new Header(one.name(), one.text())).toList();
    Bytes body = content instanceof Content.Fixed(Bytes bytes) ? bytes : Bytes.EMPTY;
    return new Served(
        new HttpResponseMessage(status, plain, body),
        reason,
        new Disturbance(Duration.ZERO, fault));
  }

  public boolean isFault() {
    return fault.isPresent();
  }

  /// The answer to one request.
  ///
  /// @param rendering gives what the answer is made from; only asked where it matters
  /// @param serverDelays for what the stub leaves open
  public Answer answer(Supplier<Rendering> rendering, StubFiles files, Delays serverDelays) {
    Delays all = delays.or(serverDelays);
    Served ready = finished;
    if (ready != null && all.isNone()) {
      return new Answer.Ready(ready);
    }
    Rendering from = rendering.get();
    var disturbance = new Disturbance(all.next(from.random()), fault);
    if (ready != null) {
      return new Answer.Ready(ready.with(disturbance));
    }
    try {
      return made(from, files, disturbance);
    } catch (NotRendered e) {
      return new Answer.Ready(
          Served.of(plain(SERVER_ERROR, String.valueOf(e.getMessage()))).with(disturbance));
    }
  }

  /// An answer of this stub with more headers, which are always the same: where the answer is too, it is made once, and so are
  /// its bytes.
  public Served with(List<Header> more, Served ready) {
    if (ready != finished) {
      return ready.with(more);
    }
    Served known = finishedWithMore;
    if (known == null) {
      known = ready.with(more);
      finishedWithMore = known;
    }
    return known;
  }

  private Answer made(Rendering from, StubFiles files, Disturbance disturbance) {
    var made = new ArrayList<Header>();
    for (HeaderTemplate header : headers) {
      made.add(
          new Header(
              header.name(),
              header.template().map(template -> rendered(template, from)).orElse(header.text())));
    }
    if (proxy.isPresent()) {
      return forwarded(proxy.get(), from, made, disturbance);
    }
    Bytes body =
        switch (content) {
          case Content.Fixed(Bytes bytes) -> bytes;
          case Content.Templated(ResponseTemplate template) -> Bytes.utf8(rendered(template, from));
          case Content.InFile file -> inFile(file, from, files);
        };
    return new Answer.Ready(
        new Served(new HttpResponseMessage(status, made, body), reason, disturbance));
  }

  private Answer forwarded(
      ProxyTemplate target, Rendering from, List<Header> made, Disturbance disturbance) {
    String baseUrl =
        target
            .baseUrl()
            .map(template -> rendered(template, from))
            .orElse(target.proxying().baseUrl());
    Optional<String> objection = Proxying.objection(baseUrl, allowsAnywhere);
    if (objection.isPresent()) {
      throw new NotRendered(objection.get());
    }
    Proxying known = target.proxying();
    return new Answer.Forwarded(
        new Proxying(baseUrl, known.prefixToRemove(), known.added(), known.removed()),
        made,
        disturbance);
  }

  private Bytes inFile(Content.InFile file, Rendering from, StubFiles files) {
    String name = file.nameTemplate().map(template -> rendered(template, from)).orElse(file.name());
    Bytes bytes =
        files
            .read(name)
            .orElseThrow(() -> new NotRendered("there is no file '" + name + "' in __files"));
    if (!file.isTemplated()) {
      return bytes;
    }
    return switch (engine.compile(bytes.utf8())) {
      case TemplateEngine.Compiled.Good(ResponseTemplate template) ->
          Bytes.utf8(rendered(template, from));
      case TemplateEngine.Compiled.Bad(String why) ->
          throw new NotRendered("'" + name + "' is no template: " + why);
    };
  }

  private static String rendered(ResponseTemplate template, Rendering from) {
    return switch (template.render(from)) {
      case ResponseTemplate.Rendered.Text(String text) -> text;
      case ResponseTemplate.Rendered.Failed(String why) -> throw new NotRendered(why);
    };
  }

  static HttpResponseMessage plain(int status, String text) {
    return new HttpResponseMessage(
        status, List.of(new Header("Content-Type", "text/plain")), Bytes.utf8(text));
  }

  /// The answer cannot be made; the message says why.
  private static final class NotRendered extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotRendered(String message) {
      super(message, null, false, false);
    }
  }
}
