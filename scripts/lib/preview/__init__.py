"""What scripts/serve is made of.

live_site          the site of the newest state of the content, shared by the threads that load it and that answer
loading            reads the content, and renders the prose pages
watching           notices that a file of the content was saved
page_additions     what each page has in the preview alone: the list of what must be fixed, and the reload script
answers            from the address that a browser asks for to the answer
http_server        sends it
"""
