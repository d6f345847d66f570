import Newswire
