"""What scripts/serve is made of.

program        reads the content again after every change, and renders the prose pages
watching       notices that a file of the content was saved
live_site      the site of the newest state of the content, shared by the threads that load it and that answer
answers        from the address that a browser asks for to the answer, with what each page has in the preview alone
http_server    sends it
"""
