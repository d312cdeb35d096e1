package dev.concordat.standin.wiremock.template;

import com.github.jknack.handlebars.Context;
import com.github.jknack.handlebars.HandlebarsException;
import com.github.jknack.handlebars.Template;
import com.github.jknack.handlebars.context.MapValueResolver;
import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.Map;

/// A template, ready to be rendered. Thread-safe.
public final class ResponseTemplate {
  /// Longer texts are not rendered, in characters.
  private static final int MAX_TEXT = 64 << 20;

  /// Under which name helpers find what they render from. No path in a template can be written so.
  static final String RENDERING = "concordat rendering";

  private final Template template;

  ResponseTemplate(Template template) {
    this.template = template;
  }

  /// What came of it.
  public sealed interface Rendered {
    record Text(String text) implements Rendered {}

    /// A helper that does not exist, or was called wrongly.
    record Failed(String reason) implements Rendered {}
  }

  public Rendered render(Rendering rendering) {
    Map<String, Object> model = HashMap.newHashMap(2);
    model.put(
        "request", new RequestModel(rendering.request(), rendering.template(), rendering.id()));
    if (rendering.parameters().size() > 0) {
      Object parameters = Values.java(rendering.parameters());
      model.put("parameters", parameters == null ? Map.of() : parameters);
    }
    // Maps only: no template reaches a Java object's methods or fields.
    Context context = Context.newBuilder(model).resolver(MapValueResolver.INSTANCE).build();
    context.data(RENDERING, rendering);
    var out = new Bounded();
    try {
      template.apply(context, out);
      return new Rendered.Text(out.text.toString());
    } catch (HandlebarsException
        | IllegalArgumentException
        | IllegalStateException
        | ClassCastException
        | IndexOutOfBoundsException
        | NullPointerException e) {
      // Helpers of the library throw these for arguments of the wrong kind.
      return new Rendered.Failed(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      return new Rendered.Failed(String.valueOf(e.getMessage()));
    }
  }

  /// Collects text up to a limit.
  private static final class Bounded extends Writer {
    private final StringBuilder text = new StringBuilder();

    @Override
    public void write(char[] characters, int from, int length) throws IOException {
      check(length);
      text.append(characters, from, length);
    }

    @Override
    public void write(String string) throws IOException {
      check(string.length());
      text.append(string);
    }

    @Override
    public Writer append(CharSequence string) throws IOException {
      check(string.length());
      text.append(string);
      return this;
    }

    private void check(int length) throws IOException {
      if (text.length() + length > MAX_TEXT) {
        throw new IOException("the rendered text is longer than " + MAX_TEXT + " characters");
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
