"""The work on a file: who has it, tasks, notes, links, risk and closing."""

from django.urls import path

from portal.office.views import assigning, case_links, closing, notes, tasks

urlpatterns = [
    path("tasks/", tasks.TasksView.as_view(), name="tasks"),
    path("tasks/<uuid:key>/done/", tasks.done, name="task-done"),
    path("hand-over/", assigning.all_files, name="hand-over-all"),
    path("files/<uuid:key>/owner/", assigning.owner, name="files-owner"),
    path("files/<uuid:key>/take/", assigning.take, name="files-take"),
    path("files/<uuid:key>/task/", tasks.add, name="files-task"),
    path("files/<uuid:key>/note/", notes.write, name="files-note"),
    path("files/<uuid:key>/note/<uuid:note>/", notes.correct, name="files-note-correct"),
    path("files/<uuid:key>/link/", case_links.add, name="files-link"),
    path("files/<uuid:key>/link/<uuid:link>/end/", case_links.end, name="files-link-end"),
    path("files/<uuid:key>/risk/", closing.risk, name="files-risk"),
    path("files/<uuid:key>/close/", closing.close, name="files-close"),
    path("files/<uuid:key>/reopen/", closing.reopen, name="files-reopen"),
]
