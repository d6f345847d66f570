import Linguistics
import Testing

@Suite struct DependencyTreeTests {
  @Test func `tokens without a head are roots, and each root's left edge starts a sentence`() {
    var tree = DependencyTree(heads: [1, -1, 1, 4, -1], labels: [2, 0, 3, 2, 0], root: 1)
    tree.setEdges()
    #expect(tree.heads == [1, 1, 1, 4, 4])
    #expect(tree.labels == [2, 1, 3, 2, 1])
    #expect(tree.sentenceStarts == [0, 3])
    #expect(tree.leftEdges == [0, 0, 2, 3, 3])
    #expect(tree.rightEdges == [0, 2, 2, 3, 4])
  }

  @Test func `a lifted arc goes to the first descendant with the label that it names`() {
    // Labels: 1 root, 2 nsubj, 3 dobj, 4 relcl||dobj, which stands for a relcl (5) of a dobj.
    var tree = DependencyTree(heads: [1, -1, 1, 1], labels: [2, 0, 3, 4], root: 1)
    tree.setEdges()
    Deprojectivizer(lifted: [4: (label: 5, head: 3)]).apply(to: &tree) { _ in false }
    #expect(tree.heads == [1, 1, 1, 2])
    #expect(tree.labels == [2, 1, 3, 5])
  }

  @Test func `a lifted arc stays where no descendant has the label`() {
    var tree = DependencyTree(heads: [1, -1, 1], labels: [2, 0, 4], root: 1)
    tree.setEdges()
    Deprojectivizer(lifted: [4: (label: 5, head: 3)]).apply(to: &tree) { _ in false }
    #expect(tree.heads == [1, 1, 1])
    #expect(tree.labels[2] == 5)
  }

  @Test func `a decorated label has two parts`() {
    #expect(Deprojectivizer.split("relcl||dobj").map { [$0.label, $0.head] } == ["relcl", "dobj"])
    #expect(Deprojectivizer.split("relcl") == nil)
  }
}
