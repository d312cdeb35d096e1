package dev.concordat.fidelity.corpus;

import static dev.concordat.fidelity.corpus.Passage.body;
import static dev.concordat.fidelity.corpus.Passage.json;

import dev.concordat.fidelity.change.Alteration;
import java.util.List;
import java.util.Optional;

/// What is done to members, lists and whole bodies.
final class ShapePassages {
  static final List<Passage> SHAPES =
      List.of(
          json(
              "null left out",
              "{\"a\":1,\"b\":null}",
              "{\"a\":1}",
              Alteration.ABSENCE_CHANGED,
              "/b"),
          json(
              "absent as null",
              "{\"a\":1}",
              "{\"a\":1,\"b\":null}",
              Alteration.ABSENCE_CHANGED,
              "/b"),
          json("empty as null", "{\"b\":\"\"}", "{\"b\":null}", Alteration.ABSENCE_CHANGED, "/b"),
          json(
              "zero left out",
              "{\"a\":1,\"left\":0}",
              "{\"a\":1}",
              Alteration.ABSENCE_CHANGED,
              "/left"),
          json(
              "no left out",
              "{\"a\":1,\"paid\":false}",
              "{\"a\":1}",
              Alteration.ABSENCE_CHANGED,
              "/paid"),
          json(
              "an empty list as null",
              "{\"lines\":[]}",
              "{\"lines\":null}",
              Alteration.ABSENCE_CHANGED,
              "/lines"),
          json(
              "a default filled in",
              "{\"a\":1}",
              "{\"a\":1,\"currency\":\"EUR\"}",
              Alteration.INVENTED,
              "/currency"),
          json("zero for nothing", "{\"qty\":null}", "{\"qty\":0}", Alteration.INVENTED, "/qty"),
          json(
              "an unknown member dropped",
              "{\"a\":1,\"giftNote\":\"for you\"}",
              "{\"a\":1}",
              Alteration.DROPPED,
              "/giftNote"),
          json(
              "unreadable as null",
              "{\"email\":\"zoe@example.org\"}",
              "{\"email\":null}",
              Alteration.NULLED,
              "/email"),
          json(
              "an object flattened",
              "{\"address\":{\"city\":\"Bonn\",\"zip\":\"53111\"}}",
              "{\"address_city\":\"Bonn\",\"address_zip\":\"53111\"}",
              Alteration.RESHAPED,
              "/address"),
          json(
              "an object as pairs",
              "{\"tags\":{\"a\":\"x\",\"b\":\"y\"}}",
              "{\"tags\":[{\"key\":\"a\",\"value\":\"x\"},{\"key\":\"b\",\"value\":\"y\"}]}",
              Alteration.RESHAPED,
              "/tags"),
          json(
              "another style of names",
              "{\"orderId\":\"o-17\"}",
              "{\"order_id\":\"o-17\"}",
              Alteration.RENAMED,
              "/orderId"),
          json(
              "keys of a map in lower case",
              "{\"tags\":{\"Color\":\"red\"}}",
              "{\"tags\":{\"color\":\"red\"}}",
              Alteration.RENAMED,
              "/tags/Color"),
          json(
              "another name",
              "{\"customer\":\"zoe-17\"}",
              "{\"client\":\"zoe-17\"}",
              Alteration.RENAMED,
              "/customer"),
          json(
              "another order",
              "{\"steps\":[3,1,2]}",
              "{\"steps\":[1,2,3]}",
              Alteration.REORDERED,
              "/steps"),
          json(
              "a set for a list",
              "{\"votes\":[\"a\",\"b\",\"a\"]}",
              "{\"votes\":[\"a\",\"b\"]}",
              Alteration.DEDUPLICATED,
              "/votes"),
          json(
              "items twice",
              "{\"lines\":[1,2]}",
              "{\"lines\":[1,2,1,2]}",
              Alteration.DUPLICATED,
              "/lines"),
          json(
              "a page of a list",
              "{\"lines\":[1,2,3,4]}",
              "{\"lines\":[1,2]}",
              Alteration.LIST_CUT,
              "/lines"),
          json(
              "a list of one unwrapped",
              "{\"lines\":[{\"sku\":\"A1\"}]}",
              "{\"lines\":{\"sku\":\"A1\"}}",
              Alteration.UNWRAPPED,
              "/lines"),
          json(
              "only the third item",
              "{\"l\":[{\"p\":1.50},{\"p\":2.25},{\"p\":3.10}]}",
              "{\"l\":[{\"p\":1.50},{\"p\":2.25},{\"p\":3.1}]}",
              Alteration.RESCALED,
              "/l/2/p"),
          json(
              "JSON in text",
              "{\"meta\":{\"a\":1}}",
              "{\"meta\":\"{\\\"a\\\":1}\"}",
              Alteration.DOUBLE_ENCODED,
              "/meta"),
          json("one of two keys", "{\"a\":1,\"a\":2}", "{\"a\":2}", Alteration.KEYS_MERGED, "/a"),
          json("half a body", "{\"a\":\"xxxxxxxxxx\"}", "{\"a\":\"xxx", Alteration.BODY_CUT, ""),
          json("no body", "{\"a\":1}", "", Alteration.BODY_LOST, ""),
          json(
              "a byte order mark", "{\"a\":1}", "\uFEFF{\"a\":1}", Alteration.CHARACTERS_ADDED, ""),
          json(
              "a page of an error",
              "{\"a\":1}",
              "<html><body>Bad gateway</body></html>",
              Alteration.BODY_REPLACED,
              ""),
          body(
              "a field of a form",
              "application/x-www-form-urlencoded",
              "phone=%2B49&a=1",
              "phone=+49&a=1",
              Optional.of(Alteration.UNESCAPED),
              "/phone"),
          body(
              "a second value of a form",
              "application/x-www-form-urlencoded",
              "tag=a&tag=b&tag=a",
              "tag=a&tag=b",
              Optional.of(Alteration.DEDUPLICATED),
              "/tag"),
          body(
              "an attribute of XML",
              "application/xml",
              "<o id=\"007\"><n>Zoë</n></o>",
              "<o id=\"7\"><n>Zoë</n></o>",
              Optional.of(Alteration.ZEROS_LOST),
              "/o/@id"),
          body(
              "text escaped twice in XML",
              "application/xml",
              "<o><n>a &amp; b</n></o>",
              "<o><n>a &amp;amp; b</n></o>",
              Optional.of(Alteration.ESCAPED),
              "/o/n/0"));

  static final List<Passage> HARMLESS =
      List.of(
          body(
              "another XML writer",
              "application/xml",
              "<o id=\"1\"><n>Zoë</n></o>",
              "<?xml version=\"1.0\"?>\n<o id='1'>\n  <n>Zo&#xEB;</n>\n</o>",
              Optional.empty(),
              ""),
          body(
              "a form written otherwise",
              "application/x-www-form-urlencoded",
              "a=x+y&b=%7E",
              "a=x%20y&b=~",
              Optional.empty(),
              ""));

  private ShapePassages() {}
}
