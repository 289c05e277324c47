package dev.ashlar.expression.cel;

import dev.ashlar.cel.common.CelAbstractSyntaxTree;
import dev.ashlar.cel.common.CelSource;
import dev.ashlar.cel.common.ast.CelExpr;
import dev.ashlar.cel.common.types.CelType;
import dev.ashlar.expression.Problem;
import dev.ashlar.expression.Reference;
import dev.ashlar.expression.Typed;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An expression with parameters in place of its references and constants. Expressions of one shape
 * share one program.
 *
 * @param expression the parsed expression; its parts are numbered from 1
 * @param key equal for expressions of one shape, whatever their references are called
 * @param variables the types of the parameters and of nothing else
 * @param structs the structs among them
 * @param slots what stands for each parameter in this expression
 * @param offsets where each numbered part stands, in code points; the first is not used
 * @param owners what attributes are read from, by the number of the reading part
 * @param problems what is wrong with its names
 * @param references what it may read
 * @param secret whether something that it reads is always secret
 * @param maySecret whether something that it reads may hold something secret
 */
record Shape(
    CelExpr expression,
    String key,
    Map<String, CelType> variables,
    Structs structs,
    List<Slot> slots,
    List<Integer> offsets,
    Map<Long, Typed> owners,
    List<Problem> problems,
    Set<Reference> references,
    boolean secret,
    boolean maySecret) {

  /** Where a numbered part stands. */
  int offset(long id) {
    return id > 0 && id < offsets.size() ? offsets.get((int) id) : 0;
  }

  /** A part of it, or all of it, as CEL takes it; positions there are the numbers of parts. */
  CelAbstractSyntaxTree tree(CelExpr part) {
    CelSource.Builder source = CelSource.newBuilder("");
    for (int id = 1; id < offsets.size(); id++) {
      source.addPositions(id, id);
    }
    return CelAbstractSyntaxTree.newParsedAst(part, source.build());
  }
}
