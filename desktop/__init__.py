"""The hall: everything that needs a screen; imports go down into `model` and never back.

`app` builds each service once and hands it on, `window` lays the panes out, `session` holds the one open set of
minutes, `background` asks slow questions in the worker process. Three rooms hang off the hall and do not know each
other: `paper`, `panels` and `dialogs`. Nothing on the GUI thread touches the archive: not even to see if it is there.
"""
