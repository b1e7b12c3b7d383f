"""The live preview: a course built beside the site, shown on this computer, and built again at every save.

The pages are built into a folder of their own, so that nothing of the preview gets into a site that is published.
Sheets are set when somebody looks at them, so that a save is seen at once on the web and on paper.
"""
