from course.lessons import lessons_folder, load, part
from course.quiz.items import Choice, Option

LESSON, GOAL, LEVEL = "backprop", 3, 2
learning = load(part(lessons_folder(), "backprop", "figures", "learning"))
SMALL = "Too small: try a larger one", "The loss falls slowly all the time. Longer steps help."
GOOD = "About right: keep it", "The loss falls smoothly, and gets close to 0."
LARGE = "Too large: try a smaller one", "The loss jumps or grows: the steps go too far."
CASES = [
    ("moons", 0.01, SMALL),
    ("moons", 0.5, GOOD),
    ("moons", 20, LARGE),
    ("xor", 0.01, SMALL),
    ("xor", 0.5, GOOD),
    ("moons", 500, LARGE),
    ("xor", 0.1, SMALL),
    ("xor", 20, LARGE),
]
SLUGS = {SMALL: "rate-too-small", GOOD: "rate-fine", LARGE: "rate-too-large"}


def refusal(chosen, right):
    """Return why a verdict doesn't fit this course of the loss."""
    if chosen == GOOD:
        slow = "It’s still far from 0, and it has fallen only slowly."
        return slow if right == SMALL else "A loss that’s higher than at the start isn’t fine."
    if chosen == SMALL:
        near = "It’s nearly 0 already, so the steps aren’t too short."
        return near if right == GOOD else "Too short a step hardly changes the loss."
    return "With steps that are too long, the loss would jump or grow. Here it falls every time."


def make(rng, case):
    data, rate, right = case
    run = learning.learned(data, f"{rate:g}")
    frames = [0, 1, 10, 20, 30]
    losses = [learning.brief(run.course[learning.BETWEEN * frame][1], 2) for frame in frames]
    steps = ", ".join(str(frame * run.between) for frame in frames[1:-1])
    return Choice(
        f"A network with two classes starts at a loss of {losses[0]}. After {steps}, and"
        f" {frames[-1] * run.between} steps, it’s {', '.join(losses[1:-1])}, and {losses[-1]}. What"
        " do you conclude about the learning rate?",
        Option(*right),
        tuple(
            Option(one[0], refusal(one, right), slug) for one, slug in SLUGS.items() if one != right
        ),
        "backprop#how-big-a-step",
        f"backprop#figure-learning?data={data}&rate={rate:g}&step=30",
    )
