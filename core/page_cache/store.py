"""The answers that one process keeps, within so many bytes: the one that was read longest ago goes first."""

from collections import OrderedDict
from operator import itemgetter
from threading import Lock
from urllib.parse import parse_qsl

#: Addresses whose parameters are remembered; beyond, all are asked again.
MOST_ADDRESSES = 20_000
#: What one answer may take of the whole.
LARGEST = 1 / 8


class Store:
    """`capacity` (int) in bytes. A key is (scheme, host, path), and what the page is asked (`asked_of`)."""

    def __init__(self, capacity):
        self.capacity, self.size = capacity, 0
        self._answers, self._sizes = OrderedDict(), {}
        self._parameters = {}
        self._lock = Lock()

    def key_of(self, address, query):
        """The key of what is asked at `address` with a `query` (str), or None where one cannot know yet."""
        if not query:
            return address, ()
        parameters = self._parameters.get(address)
        return None if parameters is None else (address, asked_of(query, parameters))

    def learn(self, address, parameters):
        """The page at `address` reads those `parameters` (collection of str), and no others."""
        if self._parameters.get(address) != parameters:
            if len(self._parameters) >= MOST_ADDRESSES:
                self._parameters.clear()
            self._parameters[address] = parameters

    def find(self, key):
        """The Answer of a key, or None."""
        answer = self._answers.get(key)
        if answer is not None:
            try:
                self._answers.move_to_end(key)
            except KeyError:  # it has just gone
                pass
            if answer.size != self._sizes.get(key):
                self._weigh(key, answer)
        return answer

    def keep(self, key, answer):
        with self._lock:
            self._drop(key)
            if answer.size > self.capacity * LARGEST:
                return
            self._answers[key], self._sizes[key] = answer, answer.size
            self.size += answer.size
            self._make_room()

    def forget(self, key):
        with self._lock:
            self._drop(key)

    def _weigh(self, key, answer):
        """It was compressed since."""
        with self._lock:
            if key in self._sizes:
                self.size += answer.size - self._sizes[key]
                self._sizes[key] = answer.size
                self._make_room()

    def _make_room(self):
        while self.size > self.capacity:
            # In one step: those who read put what they find at the end, and take no lock.
            key, _answer = self._answers.popitem(last=False)
            self.size -= self._sizes.pop(key)

    def _drop(self, key):
        if self._answers.pop(key, None) is not None:
            self.size -= self._sizes.pop(key)


def asked_of(query, parameters):
    """What a `query` (str) says of those `parameters` (collection of str): pairs in the order of their names."""
    said = parse_qsl(query, keep_blank_values=True)
    return tuple(sorted((pair for pair in said if pair[0] in parameters), key=itemgetter(0)))
