package dev.concordat.contracts.inclusion;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

/// The strongly connected components of the schemas that one reaches, inner ones first (Tarjan 1972), those left out that
/// have a representative. Not recursive: contracts nest deeper than stacks.
final class Components {
  private final Function<Told, List<Told>> children;
  private final Deque<Told> stack = new ArrayDeque<>();
  private final List<List<Told>> found = new ArrayList<>();
  private int count;

  private static final class Visit {
    private final Told told;
    private final List<Told> inside;
    private int next;

    Visit(Told told, List<Told> inside) {
      this.told = told;
      this.inside = inside;
    }
  }

  Components(Told root, Function<Told, List<Told>> children) {
    this.children = children;
    walk(root);
  }

  List<List<Told>> inOrder() {
    return found;
  }

  private void walk(Told root) {
    Deque<Visit> visits = new ArrayDeque<>();
    visits.push(enter(root));
    while (!visits.isEmpty()) {
      Visit visit = visits.element();
      Told told = visit.told;
      if (visit.next < visit.inside.size()) {
        Told child = visit.inside.get(visit.next++);
        if (child.chosen != null) {
          continue;
        }
        if (child.visitor != this) {
          visits.push(enter(child));
        } else if (child.isOpen) {
          told.lowest = Math.min(told.lowest, child.number);
        }
      } else {
        visits.pop();
        leave(told);
        Visit around = visits.peek();
        if (around != null) {
          around.told.lowest = Math.min(around.told.lowest, told.lowest);
        }
      }
    }
  }

  private Visit enter(Told told) {
    count++;
    told.visitor = this;
    told.number = count;
    told.lowest = count;
    told.isOpen = true;
    stack.push(told);
    return new Visit(told, children.apply(told));
  }

  @SuppressWarnings("ReferenceEquality") // there is one for each schema
  private void leave(Told told) {
    if (told.lowest != told.number) {
      return;
    }
    var component = new ArrayList<Told>();
    Told member;
    do {
      member = stack.pop();
      member.isOpen = false;
      component.add(member);
    } while (member != told);
    found.add(component);
  }
}
