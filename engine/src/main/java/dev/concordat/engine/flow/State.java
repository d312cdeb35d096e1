package dev.concordat.engine.flow;

import dev.concordat.model.place.Place;
import java.util.List;
import java.util.Map;

/// A named state of `data/states.yaml`: rows with parameters.
///
/// @param parameters their values where a flow does not give others
/// @param as the name under which `$given.NAME` shows the parameters
/// @param tables rows by `part.table`; `$name` in them is a parameter
public record State(
    String name,
    Template.Members parameters,
    String as,
    Map<String, List<Template.Members>> tables,
    Place place) {}
