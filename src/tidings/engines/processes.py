"""Tasks on several processes of this machine. A worker that is lost costs its task a second try, not the run.

Workers are spawned, not forked, so that it is the same on every system. Each makes its reading half once.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import Any

from tidings import errors
from tidings.engines.runs import make_task
from tidings.engines.worker import carry_out, keep_unread, write_readings
from tidings.errors import TaskError, TidingsError
from tidings.plugins import ReadingHalf, Task, Work, make_reading

TRIES = 3  # a task is tried twice more after a worker was lost with it
MOST_LOST = 5  # workers lost one after the other on single documents: then it is the machine, not the documents


class Worker:
    """A process, the pipe to it, and the task that it has in hand."""

    def __init__(self, work: Work) -> None:
        context = multiprocessing.get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self.process: SpawnProcess = context.Process(target=serve, args=(theirs, work), daemon=True)
        with _hold_interrupts():
            self.process.start()
        theirs.close()
        self.ready = False
        self.task: Task | None = None

    def give(self, task: Task) -> None:
        self.task = task
        with suppress(BrokenPipeError):  # a worker that is gone is noticed when its answer is waited for
            self.pipe.send(task)

    def stop(self) -> None:
        self.pipe.close()
        self.process.terminate()
        self.process.join()


class ProcessesEngine:
    """Reads in `work.jobs` processes. Documents of a task that loses its worker three times are tried one by one."""

    def __init__(self) -> None:
        self._tries: dict[str, int] = {}
        self._again: deque[Task] = deque()
        self._lost_in_a_row = 0

    def run(self, tasks: Iterable[Task], work: Work) -> Generator[str, None, None]:
        crew: list[Worker] = []
        tasks = iter(tasks)
        try:
            while True:
                self._hand_out(tasks, crew, work)
                busy = {worker.pipe: worker for worker in crew if worker.task is not None}
                if not busy:
                    return
                for pipe in wait(list(busy)):
                    done = self._hear(busy[pipe], crew, work)  # type: ignore[index]  # wait gives back what it was given
                    if done is not None:
                        yield done
        finally:
            for worker in crew:
                worker.stop()

    def _hand_out(self, tasks: Iterator[Task], crew: list[Worker], work: Work) -> None:
        """Gives every idle worker a task, and starts workers while there are tasks for them."""
        idle = [worker for worker in crew if worker.task is None]
        while idle or len(crew) < work.jobs:
            task = self._again.popleft() if self._again else next(tasks, None)
            if task is None:
                return
            if not idle:
                crew.append(Worker(work))
                idle.append(crew[-1])
            idle.pop().give(task)

    def _hear(self, worker: Worker, crew: list[Worker], work: Work) -> str | None:
        """What a worker has to say: a shard is done, it is ready, it cannot go on, or it is lost."""
        try:
            word, value = worker.pipe.recv()
        except (EOFError, OSError):
            crew.remove(worker)
            worker.stop()
            return self._lose(worker, work)
        if word == "stop":
            kind, message = value
            raise _make_error(kind, message)
        worker.ready = True
        if word == "ready":
            return None
        self._lost_in_a_row = 0
        worker.task = None
        return str(value)

    def _lose(self, worker: Worker, work: Work) -> str | None:
        """Puts the task of a lost worker back; gives a shard when the task was one document that is to blame."""
        task, ending = worker.task, f"its process ended with code {worker.process.exitcode}"
        if task is None:
            return None
        if not worker.ready:
            raise TaskError(f"a worker was lost while it started: {ending}; try fewer --jobs, or --engine inline")
        self._tries[task.shard] = tries = self._tries.get(task.shard, 0) + 1
        if tries < TRIES:
            self._again.appendleft(task)
        elif len(task.documents) > 1:
            reading = _fingerprint(work)
            for document in task.documents:
                alone = make_task([document], reading)
                self._tries[alone.shard] = TRIES - 1
                self._again.append(alone)
        else:
            return self._blame(task, ending, work)
        return None

    def _blame(self, task: Task, ending: str, work: Work) -> str:
        self._lost_in_a_row += 1
        if self._lost_in_a_row >= MOST_LOST:
            raise TaskError(
                f"{MOST_LOST} workers in a row were lost, each with a single document; the last one: {ending}. "
                "The machine is likely out of memory: try fewer --jobs, then run the same command again"
            )
        reason = f"whatever process reads it is lost ({ending}); most likely it takes more memory than there is"
        return write_readings(task, [keep_unread(task.documents[0], reason)], _fingerprint(work), work.folder)


def serve(pipe: Connection, work: Work) -> None:
    """The worker's side: makes the reading half, then carries out tasks until the pipe closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which then ends its workers
    try:
        half: ReadingHalf = make_reading(work)
        pipe.send(("ready", None))
        while True:
            task = pipe.recv()
            pipe.send(("done", carry_out(task, half, work.folder)))
    except (EOFError, BrokenPipeError):
        return  # the parent is done, or gone
    except TidingsError as error:
        pipe.send(("stop", (type(error).__name__, str(error))))


def _fingerprint(work: Work) -> str:
    half: ReadingHalf = make_reading(work)
    return half.fingerprint


def _make_error(kind: str, message: str) -> TidingsError:
    """The worker's error over again; one that is not made of its message alone comes as a TaskError."""
    found: Any = getattr(errors, kind, TaskError)
    return found(message) if found.__init__ is Exception.__init__ else TaskError(message)


@contextmanager
def _hold_interrupts() -> Iterator[None]:
    """Ctrl-C waits until a worker has started, and the worker inherits that it is held back."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
