package dev.concordat.standin.service;

import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.http.Percent;
import dev.concordat.contracts.http.RequestFields;
import dev.concordat.model.exchange.Header;
import dev.concordat.standin.resource.ListParameters.Control;
import dev.concordat.standin.resource.Naming;
import dev.concordat.standin.view.Cursors;
import dev.concordat.standin.view.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What headers say of a page, where the contract documents them: counts, and links to other pages (RFC 8288).
final class Paging {
  private static final Set<String> TOTALS =
      Set.of("xtotalcount", "xtotal", "totalcount", "xpaginationtotalcount", "xtotalresults");

  private Paging() {}

  static Map<String, Header> headers(Asked asked, Page page) {
    Map<String, Header> told = new LinkedHashMap<>();
    asked.operation().responses().stream()
        .flatMap(response -> response.headers().stream())
        .map(Parameter::name)
        .forEach(
            name -> {
              if (TOTALS.contains(Naming.plain(name))) {
                told.put(
                    name.toLowerCase(Locale.ROOT),
                    new Header(name, Integer.toString(page.total())));
              } else if (name.equalsIgnoreCase("Link")) {
                told.put("link", new Header(name, link(asked, page)));
              }
            });
    return told;
  }

  private static String link(Asked asked, Page page) {
    List<String> links = new ArrayList<>();
    links.add("<" + asked.request().target() + ">; rel=\"self\"");
    Map<Control, Parameter> controls = asked.plan().listParameters().controls();
    if (page.hasNext()) {
      if (controls.containsKey(Control.PAGE)) {
        links.add(next(asked, controls.get(Control.PAGE), Integer.toString(page.number() + 1)));
      } else if (controls.containsKey(Control.OFFSET)) {
        links.add(next(asked, controls.get(Control.OFFSET), Integer.toString(page.next())));
      } else if (controls.containsKey(Control.CURSOR)) {
        links.add(next(asked, controls.get(Control.CURSOR), Cursors.at(page.next())));
      }
    }
    return String.join(", ", links);
  }

  private static String next(Asked asked, Parameter parameter, String value) {
    List<String> fields = new ArrayList<>();
    for (RequestFields.Field field : asked.fields().query()) {
      if (!field.name().equals(parameter.name())) {
        fields.add(Percent.encode(field.name()) + "=" + field.raw());
      }
    }
    fields.add(Percent.encode(parameter.name()) + "=" + Percent.encode(value));
    return "<" + asked.request().path() + "?" + String.join("&", fields) + ">; rel=\"next\"";
  }
}
