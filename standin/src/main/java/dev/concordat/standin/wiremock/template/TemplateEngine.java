package dev.concordat.standin.wiremock.template;

import com.github.jknack.handlebars.EscapingStrategy;
import com.github.jknack.handlebars.Handlebars;
import com.github.jknack.handlebars.HandlebarsException;
import com.github.jknack.handlebars.Helper;
import com.github.jknack.handlebars.helper.ConditionalHelpers;
import com.github.jknack.handlebars.helper.StringHelpers;
import com.github.jknack.handlebars.io.AbstractTemplateLoader;
import com.github.jknack.handlebars.io.TemplateSource;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Compiles templates: Handlebars with its own helpers for text, numbers and conditions, and with WireMock's. Thread-safe.
public final class TemplateEngine {
  /// How many compiled templates are kept.
  private static final int MAX_KEPT = 10_000;

  /// Helpers of the library that read files or class paths.
  private static final List<String> REFUSED =
      List.of("include", "embedded", "partial", "block", "precompile", "i18n", "i18nJs", "log");

  private final Handlebars handlebars = new Handlebars(new NoFiles()).with(EscapingStrategy.NOOP);
  private final Map<String, Compiled> kept = new ConcurrentHashMap<>();

  public TemplateEngine() {
    for (StringHelpers helper : StringHelpers.values()) {
      if (helper != StringHelpers.now) {
        handlebars.registerHelper(helper.name(), helper);
      }
    }
    for (ConditionalHelpers helper : ConditionalHelpers.values()) {
      handlebars.registerHelper(helper.name(), helper);
    }
    TextHelpers.all().forEach(this::register);
    JsonHelpers.all().forEach(this::register);
    XmlHelpers.all().forEach(this::register);
    TimeHelpers.all().forEach(this::register);
    RandomHelpers.all().forEach(this::register);
    ListHelpers.all().forEach(this::register);
    for (String name : REFUSED) {
      Helper<Object> refused = (context, options) -> Failures.text(name + " is not supported");
      handlebars.registerHelper(name, refused);
    }
  }

  private void register(String name, Helper<Object> helper) {
    handlebars.registerHelper(name, helper);
  }

  /// What a text is.
  public sealed interface Compiled {
    record Good(ResponseTemplate template) implements Compiled {}

    /// No template, and why.
    record Bad(String reason) implements Compiled {}
  }

  public Compiled compile(String text) {
    if (kept.size() > MAX_KEPT) {
      kept.clear();
    }
    return kept.computeIfAbsent(text, this::compiled);
  }

  private Compiled compiled(String text) {
    try {
      return new Compiled.Good(new ResponseTemplate(handlebars.compileInline(text)));
    } catch (HandlebarsException | IOException e) {
      return new Compiled.Bad(String.valueOf(e.getMessage()).strip());
    }
  }

  /// Partials are files, and none is read.
  private static final class NoFiles extends AbstractTemplateLoader {
    @Override
    public TemplateSource sourceAt(String location) throws IOException {
      throw new IOException("partials are not supported: " + location);
    }
  }
}
