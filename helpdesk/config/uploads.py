"""Files of a request stay in memory, up to what we keep. A larger one is read to its end and let go: the words stay."""

from __future__ import annotations

import io
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile

from helpdesk.config.environment import Program
from helpdesk.lib.files.kinds import PUBLIC, STAFF

MOST = 10  # files that are read at all; forms keep fewer


class MemoryUploads(FileUploadHandler):
    """Holds at most one byte more than a file may have, so that the form can say that it was too large."""

    chunk_size = 64 * 1024

    def __init__(self, request: Any = None) -> None:
        super().__init__(request)
        self._count = 0
        self._held = io.BytesIO()
        self._largest = (STAFF if settings.PROGRAM is Program.DESK else PUBLIC).largest

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self._count += 1
        if self._count > MOST:
            raise SkipFile
        self._held = io.BytesIO()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        room = self._largest + 1 - self._held.tell()
        if room > 0:
            self._held.write(raw_data[:room])

    def file_complete(self, file_size: int) -> InMemoryUploadedFile | None:
        if self._count > MOST:
            return None
        size = self._held.tell()
        self._held.seek(0)
        return InMemoryUploadedFile(
            file=self._held,
            field_name=self.field_name,
            name=self.file_name or "bestand",
            content_type=self.content_type,
            size=size,
            charset=self.charset,
            content_type_extra=self.content_type_extra,
        )
